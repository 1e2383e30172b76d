'use client'

import { useOptimistic, useState, useTransition, type ReactNode } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Switch } from '@/components/ui/switch'
import { useToast } from '@/components/ui/toast'
import type { ProviderSwitch } from '@/lib/providers/providers'
import { changeSwitch } from '../actions'

/** Asked before the setting is turned to `on`. */
export interface Question {
  on: boolean
  title: string
  verb: string
  means: ReactNode
}

/** A setting of a provider, on or off at once, or after a question. It goes back where the change failed. */
export function SettingSwitch({
  slug,
  name,
  label,
  hint,
  on,
  question,
}: {
  slug: string
  name: ProviderSwitch
  label: ReactNode
  hint: ReactNode
  on: boolean
  question?: Question
}) {
  const [shown, show] = useOptimistic(on)
  const [asking, setAsking] = useState(false)
  const [busy, start] = useTransition()
  const toast = useToast()

  const set = (next: boolean) =>
    start(async () => {
      show(next)
      const result = await changeSwitch(slug, name, next).catch(() => null)
      if (!result?.done)
        toast({ title: 'Not changed', detail: result?.message ?? 'The server did not answer.', failed: true })
    })

  return (
    <div className="flex items-start gap-4">
      <div className="flex-1">
        <label htmlFor={name} className="font-medium">
          {label}
        </label>
        <p className="text-ink-2" id={`${name}-hint`}>
          {hint}
        </p>
      </div>
      <Switch
        id={name}
        aria-describedby={`${name}-hint`}
        checked={shown}
        disabled={busy}
        onCheckedChange={(next) => (question?.on === next ? setAsking(true) : set(next))}
      />
      {question && (
        <ConfirmDialog
          open={asking}
          onClose={() => setAsking(false)}
          title={question.title}
          verb={question.verb}
          onConfirm={() => set(question.on)}
        >
          {question.means}
        </ConfirmDialog>
      )}
    </div>
  )
}
