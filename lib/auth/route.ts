import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from './options'

// next-auth answers more than the portal uses, among it a door for anybody to write into the log (`_log`).
const used = new Set([
  'GET csrf',
  'GET session',
  'GET signin',
  'GET signout',
  'GET error',
  'POST callback',
  'POST signout',
])

/** /api/auth/*: next-auth with the options of this request. */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params
  if (!used.has(`${request.method} ${nextauth[0]}`)) return new Response(null, { status: 404 })
  return (await NextAuth(request, context, authOptions())) as Response
}
