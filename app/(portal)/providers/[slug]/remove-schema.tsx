'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useToast } from '@/components/ui/toast'
import { unanswered } from '../action-result'
import { countHolders, removeSchema } from '../schema-actions'

/** Takes a schema from a provider, after a question that says how many values go with it. */
export function RemoveSchema({ slug, id, name, noun }: { slug: string; id: string; name: string; noun: string }) {
  const [holders, setHolders] = useState<number>()
  const toast = useToast()
  const failed = (detail: string | undefined) => toast({ title: 'Not removed', detail, failed: true })

  const ask = async () => {
    const counted = await countHolders(slug, id).catch(() => unanswered)
    if (counted.done) setHolders(counted.holders)
    else failed(counted.message)
  }
  const remove = async () => {
    const result = await removeSchema(slug, id).catch(() => unanswered)
    if (result.done) toast({ title: `Schema ${name} removed` })
    else failed(result.message)
  }

  return (
    <>
      <Button look="quiet" aria-label={`Remove the schema ${name}`} onClick={ask}>
        Remove
      </Button>
      <ConfirmDialog
        open={holders !== undefined}
        onClose={() => setHolders(undefined)}
        title={`Remove the schema ${name}?`}
        verb={holders ? 'Remove, and delete values' : 'Remove schema'}
        onConfirm={remove}
      >
        {holders
          ? `${holders.toLocaleString('en')} ${holders === 1 ? noun.slice(0, -1) : noun} ${holders === 1 ? 'has' : 'have'} values of it. They are deleted, and can’t be given back: the identity provider would have to send them again.`
          : `No ${noun.slice(0, -1)} has a value of it.`}{' '}
        From the next call on its attributes are unknown.
      </ConfirmDialog>
    </>
  )
}
