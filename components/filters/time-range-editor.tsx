'use client'

import type { FilterValue } from '@/lib/tables/filter-value'
import type { Option } from '@/lib/tables/spec'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useTimes } from '../ui/times'
import { OneOfEditor } from './options-editor'
import { fromTimeInput, toTimeInput } from './time-input'

type Range = Extract<FilterValue, { kind: 'timeRange' }>

/** One of the presets, or from and to, in the times that the page shows. */
export function TimeRangeEditor({
  title,
  presets,
  value,
  onChange,
}: {
  title: string
  presets: Option[]
  value: Range | undefined
  onChange: (value: Range | undefined) => void
}) {
  const { mode, localZone } = useTimes()
  const custom: { from?: string; to?: string } = value && !('preset' in value) ? value : {}
  const preset = value && 'preset' in value ? value.preset : undefined
  const change = (ends: { from?: string; to?: string }) => {
    const { from, to } = { from: custom.from, to: custom.to, ...ends }
    onChange(from || to ? { kind: 'timeRange', ...(from && { from }), ...(to && { to }) } : undefined)
  }
  const wrongWay = custom.from && custom.to && custom.from > custom.to
  return (
    <div className="grid gap-3">
      <OneOfEditor
        title={title}
        options={presets.map((each) => ({ ...each, label: `Last ${each.label}` }))}
        value={preset}
        onChange={(chosen) => onChange({ kind: 'timeRange', preset: chosen })}
      />
      <div className="grid gap-2 border-t border-line pt-3">
        {(['from', 'to'] as const).map((end) => (
          <Field
            key={end}
            label={end === 'from' ? 'From' : 'To'}
            error={end === 'to' && wrongWay ? 'This is before the beginning' : undefined}
          >
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={toTimeInput(custom[end], mode)}
                onChange={({ target }) => change({ [end]: fromTimeInput(target.value, mode) })}
              />
            )}
          </Field>
        ))}
        <p className="text-small text-ink-2">In {mode === 'utc' ? 'UTC' : `local time, ${localZone}`}</p>
      </div>
    </div>
  )
}
