'use client'

import { UserSearch } from 'lucide-react'
import { useState, useTransition, type FormEvent } from 'react'
import { useTableView } from '@/components/data-table/table-view'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'
import { checkNameIdAction, type NameIdAnswer } from './name-id-action'
import { NameIdResult } from './name-id-result'

/** Asks for a NameID or a SAML response, and says whether the person is provisioned, or why not. */
export function NameIdCheck() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <UserSearch aria-hidden />
        Check NameID
      </Button>
      <Dialog
        open={open}
        onClose={close}
        wide
        title="Check a NameID"
        description="Somebody can’t sign in? Paste the NameID of the sign-in, or the whole SAML response."
      >
        <Form close={close} />
      </Dialog>
    </>
  )
}

function Form({ close }: { close: () => void }) {
  const { view } = useTableView()
  const [pasted, setPasted] = useState('')
  const [answer, setAnswer] = useState<NameIdAnswer>()
  const [busy, start] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () =>
      setAnswer(
        await checkNameIdAction(view.provider, pasted).catch(() => ({
          problem: 'The server did not answer. Try again.',
        })),
      ),
    )
  }
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <form onSubmit={submit} className="grid min-w-0 gap-4" noValidate>
      <Field
        label="NameID or SAML response"
        hint="A response as it was sent: base64, URL-encoded or XML. Neither is kept or logged."
        error={problem}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={5}
            value={pasted}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            className="mono [overflow-wrap:anywhere]"
            onChange={({ target }) => {
              setPasted(target.value)
              setAnswer(undefined)
            }}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Close</Button>
        <Button type="submit" look="primary" disabled={busy}>
          Check
        </Button>
      </div>
      <div role="status" aria-busy={busy} className="min-w-0 empty:hidden">
        {answer && !('problem' in answer) && <NameIdResult answer={answer} leave={close} />}
      </div>
    </form>
  )
}
