'use client'

import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { HelpLink } from '@/components/help/help-link'
import type { FirstCall } from '@/components/live/first-call'
import { classNames } from '@/components/ui/class-names'
import { FormChoice } from '../providers/[slug]/form-choice'
import { forms, type FormId } from '../providers/[slug]/forms'
import { EndpointRow, TokenRow } from '../providers/[slug]/pasted-values'
import { FirstCallNotice } from './first-call-notice'
import { useFirstCall } from './use-first-call'

export interface FirstStepsProps {
  name: string
  slug: string
  endpoint: string
  /** In whose words to begin. */
  form: FormId
  /** Of a token that works. */
  lastFour?: string
  /** OAuth clients that work. */
  clients: number
  /** ISO 8601. */
  since: string
  known: FirstCall
}

/** From a provider without data to its first person: what to paste, what to press, and whether a call has come. */
export function FirstSteps(props: FirstStepsProps) {
  const [form, setForm] = useState(props.form)
  const call = useFirstCall(props.slug, props.known)
  const words = forms[form]
  const called = call.state === 'called'
  const ready = props.lastFour !== undefined || props.clients > 0
  return (
    <>
      <h2 className="text-[18px] leading-[26px] font-semibold tracking-tight">
        {call.state === 'waiting' ? `No one yet: ${props.name} has not called` : `No one yet from ${props.name}`}
      </h2>
      <p className="mt-1 mb-3 text-ink-2">
        Three steps to the first person.{' '}
        <HelpLink article={words.guide}>Setup guide{form === 'other' ? '' : ` for ${words.title}`}</HelpLink>
      </p>
      <FormChoice value={form} onChange={setForm} />
      <ol className="mt-4 grid gap-5">
        <Step number={1} done={called} title="Copy the endpoint" hint={`Paste it in ${words.title}: ${words.where}.`}>
          <EndpointRow name={words.endpoint} endpoint={props.endpoint} />
        </Step>
        <Step number={2} done={called || ready} title="Give it a token" hint={`Beside the endpoint. ${words.test}`}>
          <TokenRow
            name={words.token}
            slug={props.slug}
            provider={props.name}
            lastFour={props.lastFour}
            none={<NoToken clients={props.clients} />}
            wanted={!ready}
          />
        </Step>
        <Step number={3} title={`Assign people in ${words.title}`}>
          <ul className="list-disc pl-4 text-table text-ink-2">
            {words.assign.map((line) => (
              <li key={line} className="mt-1">
                {line}
              </li>
            ))}
          </ul>
        </Step>
      </ol>
      <div className="mt-5">
        <FirstCallNotice call={call} slug={props.slug} test={words.test} since={props.since} />
      </div>
    </>
  )
}

/** A provider whose programs fetch access tokens needs none of these. */
const NoToken = ({ clients }: { clients: number }) =>
  clients === 0 ? (
    'None yet'
  ) : (
    <>
      Not needed: {clients === 1 ? 'an OAuth client fetches' : `${clients} OAuth clients fetch`} access tokens.{' '}
      <HelpLink article="oauth-clients">OAuth clients</HelpLink>
    </>
  )

function Step(props: { number: number; done?: boolean; title: string; hint?: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className={classNames(
          'mt-px grid size-6 shrink-0 place-items-center rounded-full border text-small font-semibold tabular-nums',
          props.done ? 'border-ok/40 bg-ok-tint text-ok' : 'border-line-strong text-ink-2',
        )}
      >
        {props.done ? <Check className="size-3.5" strokeWidth={2.5} /> : props.number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="font-[560]">
          {props.title}
          {props.done && <span className="sr-only"> (done)</span>}
        </h3>
        {props.hint && <p className="mb-2 text-table text-ink-2">{props.hint}</p>}
        {props.children}
      </div>
    </li>
  )
}
