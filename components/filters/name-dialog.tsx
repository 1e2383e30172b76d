'use client'

import { useState, useTransition, type FormEvent } from 'react'
import type { ActionResult } from '@/lib/tables/table-actions'
import { Button } from '../ui/button'
import { Dialog, DialogActions } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

const longestName = 60

/** Asks for a saved filter's name. Closes when it was taken; otherwise says why not. */
export function NameDialog({
  title,
  description,
  verb,
  name: before = '',
  onClose,
  onName,
}: {
  title: string
  description?: string
  verb: string
  name?: string
  onClose: () => void
  onName: (name: string) => Promise<ActionResult>
}) {
  const [name, setName] = useState(before)
  const [error, setError] = useState<string>()
  const [pending, start] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const result = await onName(name.trim())
      if (result.ok) onClose()
      else setError(result.message)
    })
  }
  return (
    <Dialog open onClose={onClose} title={title} description={description}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" error={error}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={longestName}
              required
              autoFocus
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={pending || name.trim() === ''}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
