'use client'

import { AppWindow } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { AddClientForm, type MadeClient } from './add-client-form'
import { ValueRow } from './value-row'

/** The values that an OAuth client needs: the token URL, and once those of a client that was just made. */
export function NewClient({ slug, name, tokenUrl }: { slug: string; name: string; tokenUrl: string }) {
  const [open, setOpen] = useState(false)
  const [fresh, setFresh] = useState<MadeClient>()
  return (
    <div className="grid gap-2">
      <ValueRow
        name="Token URL"
        what="Where it asks for access tokens"
        value={<span className="mono break-all">{tokenUrl}</span>}
        action={
          <>
            <CopyButton wide what="token URL" text={tokenUrl} />
            <Button onClick={() => setOpen(true)}>
              <AppWindow aria-hidden />
              Add client
            </Button>
          </>
        }
      />
      {fresh && <Fresh {...fresh} done={() => setFresh(undefined)} />}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`OAuth client for ${name}`}
        description="It gets access tokens of an hour. One that provisions needs all four permissions."
      >
        <AddClientForm
          slug={slug}
          cancel={() => setOpen(false)}
          onMade={(made) => {
            setFresh(made)
            setOpen(false)
          }}
        />
      </Dialog>
    </div>
  )
}

function Fresh({ id, secret, done }: MadeClient & { done: () => void }) {
  const close = (
    <Button look="quiet" onClick={done}>
      Done
    </Button>
  )
  return (
    <>
      <ValueRow
        name="Client ID"
        what="client_id"
        value={
          <output aria-label="New client ID" className="mono break-all">
            {id}
          </output>
        }
        action={
          <>
            <CopyButton wide what="client ID" text={id} />
            {secret === undefined && close}
          </>
        }
        marked
      />
      {secret !== undefined && (
        <ValueRow
          name="Client secret"
          what="Shown this once: copy it now"
          value={
            <output aria-label="New client secret" className="mono break-all">
              {secret}
            </output>
          }
          action={
            <>
              <CopyButton wide what="client secret" text={secret} />
              {close}
            </>
          }
          marked
        />
      )}
    </>
  )
}
