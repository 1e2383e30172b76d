import { CopyButton } from '@/components/ui/copy-button'
import type { Provider } from '@/lib/providers/provider'
import type { CallDetails } from '@/lib/sync-log/found-calls'
import { MASK } from '@/lib/sync-log/redacted-names'
import { callCurl } from './call-curl'

/** The call as a command to send it again, where the log has all of it. */
export function CurlCopy({ call, provider }: { call: CallDetails; provider: Provider }) {
  const { command, why } = callCurl(call, provider)
  if (command === undefined) return <p className="mb-3 text-table text-ink-2">{why}</p>
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
