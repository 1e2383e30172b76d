'use client'

import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toast'
import { unanswered, type ActionResult } from '../action-result'

interface Props {
  /** What is revoked, as in “Revoke the client Nightly?”. */
  what: string
  verb: string
  /** Said once it is done. */
  done: string
  revoke: () => Promise<ActionResult>
  /** What it means. */
  children: ReactNode
}

/** Revokes something after a question. */
export function Revoke({ what, verb, done, revoke, children }: Props) {
  const [asking, setAsking] = useState(false)
  const toast = useToast()
  return (
    <>
      <Button look="quiet" aria-label={`Revoke ${what}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Revoke ${what}?`}
        verb={verb}
        onConfirm={async () => {
          const result = await revoke().catch(() => unanswered)
          toast(result.done ? { title: done } : { title: 'Not revoked', detail: result.message, failed: true })
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
