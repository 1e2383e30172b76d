'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { Input } from '@/components/ui/input'
import { suggestSlug } from '@/lib/providers/suggest-slug'
import { unanswered } from './action-result'
import { addProvider } from './actions'

/** The page's primary action: asks for a name and a slug, and goes on to the new provider. */
export function AddProvider({ origin, taken }: { origin: string; taken: string[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Add provider
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Add an identity provider"
        description="One for each Okta app, Entra application or other client. It is on from the start."
      >
        <Form origin={origin} taken={taken} cancel={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

type Wrong = { field?: 'name' | 'slug'; message: string }

function Form({ origin, taken, cancel }: { origin: string; taken: string[]; cancel: () => void }) {
  const router = useRouter()
  const [name, setName] = useState('')
  // Follows the name until it is written by hand.
  const [written, setWritten] = useState<string>()
  const [wrong, setWrong] = useState<Wrong>()
  const [busy, start] = useTransition()
  const slug = written ?? suggestSlug(name)
  const clash = taken.includes(slug) ? `Another provider has the slug ${slug}.` : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await addProvider(name, slug).catch(() => unanswered)
      if (result.done) router.push(`/providers/${result.slug}`)
      else setWrong(result)
    })
  }
  const error = (field: Wrong['field']) => (wrong?.field === field ? wrong?.message : undefined)

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <Field label="Name" hint="Shown throughout the portal, such as Contoso Okta." error={error('name')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value)
              setWrong(undefined)
            }}
          />
        )}
      </Field>
      <Field
        label="Slug"
        hint="Part of the endpoint, chosen once: the identity provider will keep it. Letters a to z, digits and hyphens."
        error={error('slug') ?? clash}
      >
        {(control) => (
          <Input
            {...control}
            value={slug}
            maxLength={63}
            className="mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              setWritten(event.target.value.toLowerCase().replaceAll(' ', '-'))
              setWrong(undefined)
            }}
          />
        )}
      </Field>
      <p className="-mt-1 text-small text-ink-2">
        Endpoint{' '}
        <span className="mono break-all text-ink">
          {origin}/scim/{slug || '…'}/v2
        </span>
      </p>
      <FormEnd wrong={wrong} verb="Add provider" disabled={busy || clash !== undefined} cancel={cancel} />
    </form>
  )
}
