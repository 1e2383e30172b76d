import type { RefusalStatus, ScimType } from '@/lib/scim'

/** An article, at one of its sections where one is named. */
export interface HelpPlace {
  article: string
  anchor?: string
}

/** The article of each kind of refusal: a new ScimType without one does not compile. */
export const articleOfType: Record<ScimType, HelpPlace> = {
  invalidFilter: { article: 'error-invalid-filter' },
  uniqueness: { article: 'error-uniqueness' },
  mutability: { article: 'error-mutability' },
  invalidSyntax: { article: 'error-invalid-syntax' },
  invalidPath: { article: 'error-invalid-path' },
  noTarget: { article: 'error-no-target' },
  invalidValue: { article: 'error-invalid-value' },
  invalidCursor: { article: 'error-cursors', anchor: 'invalidcursor' },
  expiredCursor: { article: 'error-cursors', anchor: 'expiredcursor' },
  invalidCount: { article: 'error-cursors', anchor: 'invalidcount' },
}

/** The article of each status of a refusal without a kind: a new RefusalStatus without one does not compile. */
export const articleOfStatus: Record<RefusalStatus, HelpPlace> = {
  400: { article: 'error-unreadable' },
  401: { article: 'error-401' },
  403: { article: 'error-403' },
  404: { article: 'error-404' },
  405: { article: 'error-405' },
  408: { article: 'error-unreadable' },
  409: { article: 'error-409' },
  412: { article: 'error-412' },
  413: { article: 'error-413' },
  414: { article: 'error-414' },
  415: { article: 'error-415' },
  417: { article: 'error-unreadable' },
  429: { article: 'error-429' },
  431: { article: 'error-unreadable' },
  500: { article: 'error-500' },
  501: { article: 'error-501' },
  503: { article: 'error-503' },
}

const tokenEndpoint: HelpPlace = { article: 'error-token-endpoint' }
const anyCode: HelpPlace = { article: 'reading-a-log-row', anchor: 'status-codes' }

/**
 * The article about a refusal; undefined for an answer that is none.
 * @param url path below /v2, as the log has it: 400 and 401 of the token URL are about its own errors
 */
export function errorArticle(call: { status: number; scimType: string | null; url: string }): HelpPlace | undefined {
  const { status, scimType, url } = call
  if (status < 400) return undefined
  if (url === '/oauth/token' && status <= 401) return tokenEndpoint
  const place = (articleOfType as Record<string, HelpPlace>)[scimType ?? ''] ?? articleOfStatus[status as RefusalStatus]
  return place ?? (status >= 500 ? articleOfStatus[500] : anyCode)
}
