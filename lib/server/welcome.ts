/** What to do next, printed once the server is ready. */
export function welcome(origin: string, admin?: { email: string; password?: string }): string {
  const signIn = admin
    ? admin.password
      ? `${admin.email}  ${admin.password}   (shown only this once)`
      : `${admin.email} with the password from ADMIN_PASSWORD`
    : 'as before'
  return `
  Rollcall is ready.

  Portal          ${origin}
  Sign-in         ${signIn}
  SCIM base URL   ${origin}/scim/{provider}/v2
                  Add a provider in the portal; it gives you its URL and a token.

  See it with data at once:  npm run demo
`
}
