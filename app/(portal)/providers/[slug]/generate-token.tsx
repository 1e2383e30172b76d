'use client'

import { KeyRound } from 'lucide-react'
import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { Input, Select } from '@/components/ui/input'
import { scopes, type Scope } from '@/lib/providers/scopes'
import { unanswered } from '../action-result'
import { newToken } from '../token-actions'
import { ScopeChoice } from './scope-choice'

interface Props {
  slug: string
  name: string
  onMade: (token: string) => void
}

/** Asks how long a token works and what for, and makes it. */
export function GenerateToken({ first, ...props }: Props & { first: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={first ? 'primary' : 'plain'} onClick={() => setOpen(true)}>
        <KeyRound aria-hidden />
        Generate New Token
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Token for ${props.name}`}
        description="It is shown once. An identity provider that provisions needs all four."
      >
        <Form {...props} cancel={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Form({ slug, onMade, cancel }: Props & { cancel: () => void }) {
  const [expires, setExpires] = useState('never')
  const [date, setDate] = useState('')
  const [chosen, setChosen] = useState<Scope[]>([...scopes])
  const [wrong, setWrong] = useState<{ field?: 'expires' | 'scopes'; message: string }>()
  const [busy, start] = useTransition()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const asked = { expires: expires === 'date' ? date : expires, scopes: chosen }
      const result = await newToken(slug, asked).catch(() => unanswered)
      if (result.done) onMade(result.token)
      else setWrong(result)
    })
  }
  const error = (field: 'expires' | 'scopes') => (wrong?.field === field ? wrong?.message : undefined)

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <Field label="Expires" error={error('expires')}>
        {(control) => (
          <div className="flex gap-2">
            <Select {...control} autoFocus value={expires} onChange={(event) => setExpires(event.target.value)}>
              <option value="never">Never</option>
              <option value="30">In 30 days</option>
              <option value="90">In 90 days</option>
              <option value="365">In 365 days</option>
              <option value="date">At the end of a day (UTC)</option>
            </Select>
            {expires === 'date' && (
              <Input
                type="date"
                aria-label="Last day"
                className="w-auto flex-1"
                value={date}
                onChange={(event) => setDate(event.target.value)}
              />
            )}
          </div>
        )}
      </Field>
      <ScopeChoice chosen={chosen} onChange={setChosen} error={error('scopes')} />
      <FormEnd wrong={wrong} verb="Generate" disabled={busy} cancel={cancel} />
    </form>
  )
}
