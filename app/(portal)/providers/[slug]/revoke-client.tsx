'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toast'
import { endClient } from '../client-actions'

/** Revokes an OAuth client after a question. */
export function RevokeClient({ slug, id, name }: { slug: string; id: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const toast = useToast()
  return (
    <>
      <Button look="quiet" aria-label={`Revoke the client ${name}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Revoke the client ${name}?`}
        verb="Revoke client"
        onConfirm={async () => {
          const result = await endClient(slug, id).catch(() => null)
          if (result?.done) toast({ title: `Client ${name} revoked` })
          else toast({ title: 'Not revoked', detail: result?.message ?? 'The server did not answer.', failed: true })
        }}
      >
        It gets no more access tokens, and calls with those that it has are refused with 401 from now on. It can’t be
        given back: what uses it will need another client.
      </ConfirmDialog>
    </>
  )
}
