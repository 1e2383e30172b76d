import Link from 'next/link'
import { Mark } from '@/components/shell/mark'

export default function NotFound() {
  return (
    <main className="grid min-h-full content-start justify-items-center px-5 pt-[max(2rem,18vh)] pb-8">
      <div className="w-full max-w-[420px]">
        <Mark className="mb-6 size-5 text-accent" />
        <h1 className="text-title font-semibold tracking-tight">There is no such page</h1>
        <p className="mt-1 text-ink-2">
          The address may be cut off or out of date. Go to{' '}
          <Link href="/users" className="link">
            SCIM Users
          </Link>
          .
        </p>
      </div>
    </main>
  )
}
