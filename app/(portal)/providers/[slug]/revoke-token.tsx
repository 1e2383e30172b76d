'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toast'
import { endToken } from '../token-actions'

/** Revokes a token after a question. */
export function RevokeToken({ slug, id, lastFour }: { slug: string; id: string; lastFour: string }) {
  const [asking, setAsking] = useState(false)
  const toast = useToast()
  return (
    <>
      <Button look="quiet" aria-label={`Revoke the token ending in ${lastFour}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Revoke the token ending in ${lastFour}?`}
        verb="Revoke token"
        onConfirm={async () => {
          const result = await endToken(slug, id).catch(() => null)
          if (result?.done) toast({ title: `Token …${lastFour} revoked` })
          else toast({ title: 'Not revoked', detail: result?.message ?? 'The server did not answer.', failed: true })
        }}
      >
        Calls with it are refused with 401 from now on. It can’t be given back: the identity provider will need another
        one.
      </ConfirmDialog>
    </>
  )
}
