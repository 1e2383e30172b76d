'use client'

import { useState } from 'react'
import { HelpLink } from '@/components/help/help-link'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { ConnectionState, type ConnectionFacts } from './connection-state'
import { FormChoice } from './form-choice'
import { formOf, forms } from './forms'
import { GenerateToken } from './generate-token'
import { Section } from './section'
import { ValueRow } from './value-row'

/** The two values to paste, under the names that the identity provider's form has for them, and whether it has called. */
export function Connection(
  props: ConnectionFacts & { slug: string; endpoint: string; lastFour?: string; oauth: boolean },
) {
  const [form, setForm] = useState(() => formOf(props))
  const [fresh, setFresh] = useState<string>()
  const words = forms[form]

  return (
    <Section
      title="Connection"
      purpose={
        <>
          Two values to paste into the identity provider.{' '}
          <HelpLink article={words.guide}>Setup guide{form === 'other' ? '' : ` for ${words.title}`}</HelpLink>
        </>
      }
    >
      <FormChoice value={form} onChange={setForm} />
      <div className="grid gap-2">
        <ValueRow
          name={words.endpoint}
          what="SCIM Service Provider Endpoint"
          value={<span className="mono break-all">{props.endpoint}</span>}
          action={<CopyButton wide what="SCIM Service Provider Endpoint" text={props.endpoint} />}
        />
        {fresh ? (
          <ValueRow
            name={words.token}
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
        ) : (
          <ValueRow
            name={words.token}
            what="Token"
            value={
              props.lastFour ? (
                <span className="mono">
                  <span aria-hidden>{'·'.repeat(20)}</span>
                  <span className="sr-only">ends in </span>
                  {props.lastFour}
                </span>
              ) : (
                <span className="text-ink-2">None yet</span>
              )
            }
            action={<GenerateToken slug={props.slug} name={props.name} first={!props.lastFour} onMade={setFresh} />}
          />
        )}
      </div>
      <ConnectionState {...props} test={words.test} waiting={props.lastFour !== undefined || props.oauth} />
    </Section>
  )
}
