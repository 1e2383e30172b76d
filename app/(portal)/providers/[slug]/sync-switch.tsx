'use client'

import { useOptimistic, useState, useTransition } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Switch } from '@/components/ui/switch'
import { useToast } from '@/components/ui/toast'
import { setSync } from '../actions'

/** Turns SCIM Sync on at once, and off after a question. */
export function SyncSwitch({ slug, name, on }: { slug: string; name: string; on: boolean }) {
  const [shown, show] = useOptimistic(on)
  const [asking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const toast = useToast()

  const set = (next: boolean) =>
    start(async () => {
      show(next)
      const result = await setSync(slug, next).catch(() => null)
      if (!result?.done)
        toast({ title: 'Not changed', detail: result?.message ?? 'The server did not answer.', failed: true })
    })

  return (
    <section className="flex items-start gap-4">
      <div className="flex-1">
        <h2 className="text-lead font-semibold tracking-tight">
          <label htmlFor="sync">SCIM Sync</label>
        </h2>
        <p className="text-ink-2" id="sync-hint">
          While it is off, calls are refused with 403 and nothing changes. Users and groups stay.
        </p>
      </div>
      <Switch
        id="sync"
        aria-describedby="sync-hint"
        checked={shown}
        disabled={busy}
        onCheckedChange={(next) => (next ? set(true) : setAsking(true))}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Turn SCIM Sync off for ${name}?`}
        verb="Turn off"
        onConfirm={() => set(false)}
      >
        From the next call on, {name} is refused with 403: people who leave there keep their access here. Pause
        provisioning in the identity provider as well, or it will count the refusals as failures.
      </ConfirmDialog>
    </section>
  )
}
