import { JsonViewer } from '@/components/scim/json-viewer'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import type { Json } from '@/lib/scim'

/** A body as the log has it: JSON where it is whole, else its beginning as text. */
export function LogBody({
  what,
  text,
  cut,
  kept,
}: {
  what: string
  text: string | null
  /** Bytes of the whole body, where only its beginning was kept. */
  cut: number | null
  kept: boolean
}) {
  if (text === null || text === '')
    return (
      <p className="text-ink-2">
        {kept
          ? `The ${what.toLowerCase()} had no body.`
          : 'Bodies are kept for a shorter time than the call; these are gone.'}
      </p>
    )
  const value = cut === null ? parse(text) : undefined
  return (
    <>
      {cut !== null && (
        <Notice className="mb-3">
          Only the beginning was kept, of {cut.toLocaleString('en')} bytes. Ids named further on are found by Payload
          Search.
        </Notice>
      )}
      {value === undefined ? (
        <div className="relative">
          <CopyButton text={text} what={what.toLowerCase()} className="absolute top-1.5 right-1.5" />
          <pre className="mono rounded-m border border-line bg-sunken p-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Shown text={text} longest={Infinity} lines />
          </pre>
        </div>
      ) : (
        <JsonViewer value={value} label={what} />
      )}
    </>
  )
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
