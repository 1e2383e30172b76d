import type { AuthOptions, LoggerInstance } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { authenticate } from './authenticate'
import { addressHeader } from './request'
import { safeReturnPath } from './return-path'
import { authSecret, secureCookies } from './secret'
import { endSession, sessionAdmin, sessionSeconds, startSession } from './sessions'

/** What the session cookie holds, sealed: the administrator's id as `sub`, and the session's id. */
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

declare module 'next-auth' {
  interface User {
    sessionId?: string
  }
}

// A cookie that can't be read (another secret, an ended session) is nobody's, not an error worth a log line.
const logger: LoggerInstance = {
  error: (code, metadata) => {
    if (code !== 'JWT_SESSION_ERROR') console.error('Sign-in:', code, metadata)
  },
  warn: () => {},
  debug: () => {},
}

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(given, request) {
    const header = (name: string): string | undefined => request.headers?.[name]
    const address = header(addressHeader) || undefined
    // Whatever is thrown here ends up in an address that the browser sees: it must say nothing about the inside.
    const outcome = await authenticate({ email: given?.email ?? '', password: given?.password ?? '', address }).catch(
      (error: unknown) => {
        console.error('Sign-in failed:', error)
        throw new Error('unavailable')
      },
    )
    if ('admin' in outcome) {
      const sessionId = await startSession(outcome.admin.id, { address, userAgent: header('user-agent') })
      return { ...outcome.admin, sessionId }
    }
    if (outcome.refused === 'slow-down') throw new Error(`slow-down:${outcome.seconds}`)
    return null
  },
})

/**
 * next-auth's options, made for each request: the secret and the address are known only once the server has started.
 * The cookie is a sealed token that names a row of admin_sessions, and the row decides, at every request.
 */
export const authOptions = (): AuthOptions => ({
  secret: authSecret(),
  useSecureCookies: secureCookies(),
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  providers: [credentials],
  logger,
  callbacks: {
    redirect: ({ url, baseUrl }) => {
      const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
      return baseUrl + safeReturnPath(path)
    },
    async jwt({ token, user }) {
      if (user) return { sub: user.id, sid: (user as { sessionId?: string }).sessionId }
      const admin = token.sid ? await sessionAdmin(token.sid) : undefined
      if (!admin) throw new Error('The session has ended.')
      return { sub: admin.id, sid: admin.sessionId }
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (token?.sid) await endSession(token.sid)
    },
  },
})
