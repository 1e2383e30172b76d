import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Mark } from '@/components/shell/mark'
import { currentAdmin } from '@/lib/auth/require-admin'
import { safeReturnPath } from '@/lib/auth/return-path'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { return: given } = await searchParams
  const back = safeReturnPath(typeof given === 'string' ? given : undefined)
  if (await currentAdmin()) redirect(back)
  return (
    <main className="grid min-h-dvh content-start justify-items-center px-5 pt-[max(2rem,22vh)] pb-8">
      <div className="w-full max-w-[340px]">
        <p className="mb-7 flex items-center gap-2.5 text-[17px] font-semibold tracking-tight">
          <Mark className="size-5 text-accent" />
          Rollcall
        </p>
        <h1 className="text-[22px] leading-[30px] font-semibold tracking-tight">Sign in</h1>
        <p className="mt-1 mb-6 text-ink-2">Who may come in, as your identity provider says</p>
        <SignInForm back={back} />
      </div>
    </main>
  )
}
