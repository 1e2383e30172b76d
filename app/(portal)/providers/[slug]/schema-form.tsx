'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { Field } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { Select, TextArea } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { unanswered } from '../action-result'
import type { SchemaResult } from '../schema-actions'
import { ReadFile } from './read-file'

/** A schema's text, checked when it is submitted; a change that deletes values is submitted twice, the second time knowingly. */
export function SchemaForm(props: {
  text: string
  /** Asks for which resources the schema is. */
  asksFor?: boolean
  verb: string
  submit: (text: string, type: string, agreed: boolean) => Promise<SchemaResult>
  close: () => void
}) {
  const [text, setText] = useState(props.text)
  const [type, setType] = useState('User')
  const [wrong, setWrong] = useState<Exclude<SchemaResult, { done: true }>>()
  const [busy, start] = useTransition()
  const lost = wrong?.lost

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await props.submit(text, type, lost !== undefined).catch(() => unanswered)
      if (result.done) props.close()
      else setWrong(result)
    })
  }
  const edit = (next: string) => {
    setText(next)
    setWrong(undefined)
  }

  return (
    <form onSubmit={submit} className="grid min-w-0 gap-4" noValidate>
      {props.asksFor && (
        <Field label="For">
          {(control) => (
            <Select {...control} className="w-32" value={type} onChange={(event) => setType(event.target.value)}>
              <option value="User">Users</option>
              <option value="Group">Groups</option>
            </Select>
          )}
        </Field>
      )}
      <Field
        label="Schema"
        hint="JSON of RFC 7643 §7: id, name and attributes. Also a list of schemas, or what a /Schemas endpoint answers."
        error={wrong?.faults && <Faults faults={wrong.faults} />}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={16}
            className="mono text-small whitespace-pre"
            placeholder={EXAMPLE}
            value={text}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => edit(event.target.value)}
          />
        )}
      </Field>
      <ReadFile onText={edit} />
      {lost && (
        <div role="alert">
          <Notice tone="warn" title="Values that have no place in the new definition will be deleted:">
            <ul className="grid gap-0.5 pt-1">
              {lost.map(({ path, holders }) => (
                <li key={path}>
                  <span className="mono">{path}</span> of {holders.toLocaleString('en')}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <FormEnd
        wrong={wrong?.message ? { message: wrong.message } : undefined}
        verb={lost ? 'Save and delete these values' : props.verb}
        disabled={busy}
        cancel={props.close}
      />
    </form>
  )
}

/** Each begins with its place in the text. */
const Faults = ({ faults }: { faults: readonly string[] }) => (
  <ul className="grid max-h-40 gap-1 overflow-y-auto" tabIndex={0} aria-label="What is wrong">
    {faults.map((fault, index) => {
      const [, place, message] = /^([\w.[\]$-]+): (.*)$/s.exec(fault) ?? [undefined, '', fault]
      return (
        <li key={index} className="break-words">
          {place && <span className="mono">{place}: </span>}
          {message}
        </li>
      )
    })}
  </ul>
)

const EXAMPLE = `{
  "id": "urn:example:hr:2.0:User",
  "name": "HR",
  "attributes": [
    { "name": "costCode", "type": "string" },
    { "name": "level", "type": "integer" }
  ]
}`
