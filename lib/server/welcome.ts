interface About {
  /** The administrator that was created now; a password that was generated is shown this once. */
  admin?: { email: string; password?: string }
  demo: boolean
}

/** What to do next, printed once the server is ready. */
export const welcome = (origin: string, { admin, demo }: About): string => `
  Rollcall is ready.

  Portal          ${origin}
  Sign-in         ${signIn(admin)}
  SCIM base URL   ${origin}/scim/{provider}/v2
${demo ? DEMO : NEXT}`

const signIn = (admin: About['admin']) => {
  if (!admin) return 'as before'
  if (!admin.password) return `${admin.email} with the password from ADMIN_PASSWORD`
  return `${admin.email}  ${admin.password}   (shown only this once)`
}

const NEXT = `                  Add a provider in the portal; it gives you its URL and a token.

  See it with data at once:  npm run demo
`

const DEMO = `
  Clients like Okta's and Entra's are pushing two companies through the endpoint now. The data is thrown away at the end.
`
