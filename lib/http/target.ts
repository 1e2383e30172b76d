/** Where a request goes: a provider's endpoint and the path below /v2. */
export interface Target {
  slug: string
  /** Decoded, without empty segments: `['Users', '2819c223…']`. */
  path: string[]
  /** Path below /v2 and query, as the log shows it. */
  url: string
  query: URLSearchParams
  rawQuery: string
  /** Length of the whole target as received. */
  bytes: number
}

/**
 * Reads a request's target. Doubled and trailing slashes don't count. In the query `+` is a space (Microsoft's validator
 * writes them so), and a filter may hold what should have been encoded.
 * @returns undefined for what is not below a provider's base URL
 */
export function readTarget(target: string): Target | undefined {
  const cut = target.indexOf('?')
  const path = cut < 0 ? target : target.slice(0, cut)
  const rawQuery = cut < 0 ? '' : target.slice(cut + 1)
  const [scim, slug, version, ...below] = path.split('/').filter((segment) => segment !== '')
  if (scim !== 'scim' || slug === undefined || version !== 'v2') return undefined
  return {
    slug: decode(slug),
    path: below.map(decode),
    url: `/${below.join('/')}${rawQuery && `?${rawQuery}`}`,
    query: new URLSearchParams(rawQuery),
    rawQuery,
    bytes: Buffer.byteLength(target),
  }
}

/** The provider whose OAuth token endpoint a target is, if it is one: `/scim/{provider}/oauth/token`. */
export function tokenEndpointOf(target: string): string | undefined {
  const [scim, slug, ...rest] = target
    .replace(/\?.*/s, '')
    .split('/')
    .filter((segment) => segment !== '')
  return scim === 'scim' && slug !== undefined && rest.join('/') === 'oauth/token' ? decode(slug) : undefined
}

/** A segment that is not well encoded stands for itself: as an id it is simply unknown. */
function decode(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
