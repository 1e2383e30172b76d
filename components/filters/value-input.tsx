'use client'

import type { AttributeOption } from '@/lib/tables/spec'
import { Input, Select } from '../ui/input'
import { useTimes } from '../ui/times'
import { flagWords } from './describe-filter'
import { fromTimeInput, toTimeInput } from './time-input'

/** What an attribute is compared with, by its type. */
export function ValueInput({
  title,
  type = 'text',
  text,
  placeholder,
  autoFocus,
  onChange,
}: {
  title: string
  type?: AttributeOption['type']
  /** As it stands in the URL. */
  text: string
  placeholder?: string
  autoFocus: boolean
  onChange: (text: string) => void
}) {
  const { mode, localZone } = useTimes()
  if (type === 'flag')
    return (
      <Select
        aria-label={title}
        value={text.trim().toLowerCase()}
        autoFocus={autoFocus}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">Yes or no?</option>
        {Object.entries(flagWords).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
    )
  if (type === 'time')
    return (
      <>
        <Input
          aria-label={title}
          type="datetime-local"
          value={toTimeInput(text, mode)}
          autoFocus={autoFocus}
          onChange={({ target }) => onChange(fromTimeInput(target.value, mode) ?? '')}
        />
        <p className="text-small text-ink-2">In {mode === 'utc' ? 'UTC' : `local time, ${localZone}`}</p>
      </>
    )
  return (
    <Input
      aria-label={title}
      value={text}
      placeholder={placeholder}
      {...(type === 'number' && { type: 'number', step: 'any' })}
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
