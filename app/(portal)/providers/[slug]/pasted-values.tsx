'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { GenerateToken } from './generate-token'
import { ValueRow } from './value-row'

/** The endpoint, under the name that the identity provider's form has for it. */
export const EndpointRow = ({ name, endpoint }: { name: string; endpoint: string }) => (
  <ValueRow
    name={name}
    what="SCIM Service Provider Endpoint"
    value={<span className="mono break-all">{endpoint}</span>}
    action={<CopyButton wide what="SCIM Service Provider Endpoint" text={endpoint} />}
  />
)

/** The token: its last four characters, or how it comes about. One that is made here is shown once. */
export function TokenRow(props: {
  name: string
  slug: string
  provider: string
  /** Of a token that works. */
  lastFour: string | undefined
  /** What stands where no token works. */
  none: ReactNode
  /** Whether a token is what is needed next. */
  wanted: boolean
}) {
  const router = useRouter()
  const [fresh, setFresh] = useState<string>()
  const made = (token: string) => {
    setFresh(token)
    router.refresh()
  }
  if (fresh)
    return (
      <ValueRow
        name={props.name}
        what="Shown this once: copy it now"
        value={
          <output aria-label="New token" className="mono break-all">
            {fresh}
          </output>
        }
        action={
          <>
            <CopyButton wide what="token" text={fresh} />
            <Button look="quiet" onClick={() => setFresh(undefined)}>
              Done
            </Button>
          </>
        }
        marked
      />
    )
  return (
    <ValueRow
      name={props.name}
      what="Token"
      value={
        props.lastFour ? (
          <span className="mono">
            <span aria-hidden>{'·'.repeat(20)}</span>
            <span className="sr-only">ends in </span>
            {props.lastFour}
          </span>
        ) : (
          <span className="text-ink-2">{props.none}</span>
        )
      }
      action={<GenerateToken slug={props.slug} name={props.provider} first={props.wanted} onMade={made} />}
    />
  )
}
