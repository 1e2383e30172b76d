'use client'

import { useState } from 'react'
import { HelpLink } from '@/components/help/help-link'
import { ConnectionState, type ConnectionFacts } from './connection-state'
import { FormChoice } from './form-choice'
import { formOf, forms } from './forms'
import { EndpointRow, TokenRow } from './pasted-values'
import { Section } from './section'

/** The two values to paste, under the names that the identity provider's form has for them, and whether it has called. */
export function Connection(
  props: ConnectionFacts & { slug: string; endpoint: string; lastFour?: string; oauth: boolean },
) {
  const [form, setForm] = useState(() => formOf(props))
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
        <EndpointRow name={words.endpoint} endpoint={props.endpoint} />
        <TokenRow
          name={words.token}
          slug={props.slug}
          provider={props.name}
          lastFour={props.lastFour}
          none="None yet"
          wanted={!props.lastFour}
        />
      </div>
      <ConnectionState {...props} test={words.test} waiting={props.lastFour !== undefined || props.oauth} />
    </Section>
  )
}
