import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { pathHeader } from './request'
import { signInPath } from './return-path'
import { authSecret, secureCookies } from './secret'
import { sessionAdmin, type SignedInAdmin } from './sessions'

export type { SignedInAdmin } from './sessions'

/** The administrator whose session this request's cookie names; looked up once for a request. */
export const currentAdmin = cache(async (): Promise<SignedInAdmin | undefined> => {
  const name = `${secureCookies() ? '__Secure-' : ''}next-auth.session-token`
  const sealed = (await cookies()).get(name)?.value
  if (!sealed) return undefined
  const token = await decode({ token: sealed, secret: authSecret() }).catch(() => null)
  return token?.sid ? sessionAdmin(token.sid) : undefined
})

/**
 * The signed-in administrator, for pages and server actions. Every page and every action calls it: a layout does not run
 * again when one moves between its pages. Leads to the sign-in page, and back from there, when nobody is signed in.
 */
export async function requireAdmin(): Promise<SignedInAdmin> {
  const admin = await currentAdmin()
  return admin ?? redirect(signInPath((await headers()).get(pathHeader)))
}

/** The signed-in administrator, for route handlers; else the problem document (RFC 9457) to answer with. */
export async function adminOrProblem(): Promise<SignedInAdmin | Response> {
  const admin = await currentAdmin()
  if (admin) return admin
  const problem = { type: 'about:blank', title: 'Sign in first', status: 401, detail: 'Your session has ended.' }
  return Response.json(problem, {
    status: 401,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
