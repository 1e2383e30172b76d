'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { Field } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { Input, Select, TextArea } from '@/components/ui/input'
import { holdsPrivateKey, privateKeyWarning } from '@/lib/providers/oauth/private-key'
import { scopes, type Scope } from '@/lib/providers/scopes'
import { unanswered } from '../action-result'
import { addClient, type AskedField } from '../client-actions'
import { ScopeChoice } from './scope-choice'

/** A client that was just made; the secret is shown this once. */
export interface MadeClient {
  id: string
  secret?: string
}

/** Asks for an OAuth client's name, how it authenticates and what it may do, and makes it. */
export function AddClientForm(props: { slug: string; onMade: (made: MadeClient) => void; cancel: () => void }) {
  const [name, setName] = useState('')
  const [method, setMethod] = useState('secret')
  const [key, setKey] = useState('')
  const [chosen, setChosen] = useState<Scope[]>([...scopes])
  const [wrong, setWrong] = useState<{ field?: AskedField; message: string }>()
  const [busy, start] = useTransition()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const asked = { name, scopes: chosen, ...(method === 'key' && { key }) }
      const result = await addClient(props.slug, asked).catch(() => unanswered)
      if (result.done) props.onMade(result)
      else setWrong(result)
    })
  }
  // A private key must not leave this page, nor stay on it.
  const take = (pasted: string) => {
    const isPrivate = holdsPrivateKey(pasted)
    setKey(isPrivate ? '' : pasted)
    setWrong(isPrivate ? { field: 'key', message: privateKeyWarning } : undefined)
  }
  const error = (field: AskedField) => (wrong?.field === field ? wrong.message : undefined)

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <Field label="Name" error={error('name')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Authentication"
        hint={
          method === 'key'
            ? 'private_key_jwt: it signs with its own key, and no secret is shared.'
            : 'client_secret_basic or client_secret_post.'
        }
      >
        {(control) => (
          <Select {...control} value={method} onChange={(event) => setMethod(event.target.value)}>
            <option value="secret">Client secret</option>
            <option value="key">Private key</option>
          </Select>
        )}
      </Field>
      {method === 'key' && (
        <Field
          label="Public key"
          hint="A JWK, a JWK Set, or PEM. RSA of 2048 bits or more, EC on P-256, or Ed25519."
          error={error('key')}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              className="mono"
              value={key}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => take(event.target.value)}
            />
          )}
        </Field>
      )}
      <ScopeChoice chosen={chosen} onChange={setChosen} error={error('scopes')} />
      <FormEnd wrong={wrong} verb="Add client" disabled={busy} cancel={props.cancel} />
    </form>
  )
}
