'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormEnd } from '@/components/ui/form-end'
import { Input, TextArea } from '@/components/ui/input'
import { useToast } from '@/components/ui/toast'
import { unanswered } from '../action-result'
import { changeAccess } from '../actions'

interface Props {
  slug: string
  name: string
  addresses: string[]
  calls: number | null
}

/** Changes from where and how often a provider may call. */
export function ChangeAccess(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-label="Change who may call" onClick={() => setOpen(true)}>
        Change
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Who may call as ${props.name}`}>
        <Form {...props} close={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Form({ slug, close, ...given }: Props & { close: () => void }) {
  const [addresses, setAddresses] = useState(given.addresses.join('\n'))
  const [calls, setCalls] = useState(String(given.calls ?? ''))
  const [wrong, setWrong] = useState<{ field?: 'addresses' | 'calls'; message: string }>()
  const [busy, start] = useTransition()
  const toast = useToast()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await changeAccess(slug, addresses, calls).catch(() => unanswered)
      if (!result.done) return setWrong(result)
      close()
      if (result.leftOut)
        toast({
          title: 'Saved, and the last caller is left out',
          detail: `The last call came from ${result.leftOut}, which is refused from now on.`,
          failed: true,
        })
    })
  }
  const error = (field: 'addresses' | 'calls') => (wrong?.field === field ? wrong?.message : undefined)

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <Field
        label="Addresses"
        hint="IPv4 and IPv6 addresses or ranges, such as 192.0.2.0/24 or 2001:db8::/48, one a line. Empty: any."
        error={error('addresses')}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={5}
            className="mono"
            value={addresses}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setAddresses(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Calls a second"
        hint="Over ten seconds. Empty: no limit. The first sync of Microsoft Entra ID makes 25 a second."
        error={error('calls')}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            className="w-32"
            value={calls}
            onChange={(event) => setCalls(event.target.value)}
          />
        )}
      </Field>
      <FormEnd wrong={wrong} verb="Save" disabled={busy} cancel={close} />
    </form>
  )
}
