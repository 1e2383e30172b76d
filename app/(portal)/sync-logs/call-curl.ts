import { scimBaseUrl } from '@/lib/http/base-url'
import type { Provider } from '@/lib/providers/provider'
import { asCurl } from '@/lib/sync-log/as-curl'
import type { CallDetails } from '@/lib/sync-log/found-calls'

/** A command that sends a request, its token left as $TOKEN; or why there is none. */
export type Curl = { command: string; why?: undefined } | { command?: undefined; why: string }

/** A recorded call as a command to send it again, where the log has all of it. */
export function callCurl(call: CallDetails, provider: Provider): Curl {
  const why = missing(call)
  if (why) return { why }
  const { method, url, request } = call
  return { command: asCurl(scimBaseUrl(provider.slug), { method, url, body: request || null }) }
}

/** Why there is no command; a call that has no body needs none. */
function missing({ url, method, request, requestCut, bodiesKept }: CallDetails): string | undefined {
  if (url === '/oauth/token') return 'A call for an access token can’t be copied: it was made with a secret.'
  if (requestCut !== null) return 'The call can’t be copied as curl: only the beginning of its body was kept.'
  if (request?.startsWith('[A body of ')) return 'The call can’t be copied as curl: its body could not be read.'
  if (request === null && !bodiesKept && !['GET', 'DELETE'].includes(method))
    return 'The call can’t be copied as curl: its body is not kept any more.'
  return undefined
}
