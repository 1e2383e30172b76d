'use client'

import { useTransition, type ReactNode } from 'react'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'

/** Asks before something that can't be undone. `verb` is on the button: what will happen, not "OK". */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  verb,
  onConfirm,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** What it means. */
  children: ReactNode
  verb: string
  /** The dialog closes when this is done. */
  onConfirm: () => void | Promise<void>
}) {
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      await onConfirm()
      onClose()
    })
  return (
    <Dialog open={open} onClose={onClose} title={title} description={children}>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="danger" disabled={pending} onClick={confirm}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
