/** Where an administrator goes after signing in when nothing else was asked for. */
export const home = '/users'

/**
 * A path of this portal to go to after signing in. Anything that could lead to another site, or in a circle, becomes the
 * home page.
 */
export function safeReturnPath(given: string | null | undefined): string {
  if (!given?.startsWith('/')) return home
  // Browsers read a backslash as a slash and drop tabs and line breaks: `/\t/evil.example` is another host.
  const here = 'http://here.invalid'
  if (/[\\\p{Cc}]/u.test(given) || !URL.canParse(given, here)) return home
  const url = new URL(given, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return home
  if (/^\/(sign-in|api|scim)(\/|$)/.test(url.pathname)) return home
  return url.pathname === '/' ? home : url.pathname + url.search + url.hash
}

/** The sign-in page that leads back to `path`. */
export const signInPath = (path?: string | null) => {
  const back = safeReturnPath(path)
  return back === home ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: back })}`
}
