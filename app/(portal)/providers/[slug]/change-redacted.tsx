'use client'

import { useId, useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { unanswered } from '../action-result'
import { keepAttribute, redactAttribute } from '../redaction-actions'

/** Takes the path of an attribute, which is left out of the log from the next call on. */
export function RedactAttribute({ slug, suggestions }: { slug: string; suggestions: string[] }) {
  const [path, setPath] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, start] = useTransition()
  const list = useId()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await redactAttribute(slug, path).catch(() => unanswered)
      setWrong(result.done ? undefined : result.message)
      if (result.done) setPath('')
    })
  }

  return (
    <form onSubmit={submit} className="flex max-w-[560px] items-start gap-2" noValidate>
      <div className="min-w-0 flex-1">
        <Field label="Attribute" hint="Its SCIM path, such as name.familyName or emails." error={wrong}>
          {(control) => (
            <Input
              {...control}
              className="mono"
              list={list}
              value={path}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setPath(event.target.value)}
            />
          )}
        </Field>
        <datalist id={list}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
      <Button type="submit" className="mt-[22px]" disabled={busy}>
        Leave out
      </Button>
    </form>
  )
}

/** Keeps an attribute in the log again. */
export function KeepAttribute({ slug, name }: { slug: string; name: string }) {
  const [busy, start] = useTransition()
  const toast = useToast()
  const keep = () =>
    start(async () => {
      const result = await keepAttribute(slug, name).catch(() => unanswered)
      if (!result.done) toast({ title: 'Not changed', detail: result.message, failed: true })
    })
  return (
    <Button look="quiet" disabled={busy} aria-label={`Keep ${name} in the log again`} onClick={keep}>
      Keep again
    </Button>
  )
}
