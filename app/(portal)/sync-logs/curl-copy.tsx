import { CopyButton } from '@/components/ui/copy-button'
import { scimBaseUrl } from '@/lib/http/base-url'
import type { Provider } from '@/lib/providers/provider'
import { asCurl } from '@/lib/sync-log/as-curl'
import type { CallDetails } from '@/lib/sync-log/found-calls'
import { MASK } from '@/lib/sync-log/redacted-names'

/** The call as a command to send it again, where the log has all of it. */
export function CurlCopy({ call, provider }: { call: CallDetails; provider: Provider }) {
  const why = missing(call)
  if (why) return <p className="mb-3 text-table text-ink-2">{why}</p>
  const command = asCurl(scimBaseUrl(provider.slug), { method: call.method, url: call.url, body: call.request || null })
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
      <CopyButton wide text={command} what="as curl" words="Copy as curl" />
      <span>
        Its token is left as <span className="mono text-ink">$TOKEN</span>
        {command.includes(MASK) && (
          <>
            , and what is kept out of the log as <span className="mono text-ink">{MASK}</span>
          </>
        )}
        .
      </span>
    </div>
  )
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
