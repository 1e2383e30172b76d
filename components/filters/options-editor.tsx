'use client'

import { Check } from 'lucide-react'
import type { Facets, Option } from '@/lib/tables/spec'
import { Checkbox } from '../ui/checkbox'
import { FacetCount } from './facet-note'

/** Any of the options. */
export function AnyOfEditor({
  title,
  options,
  values,
  facets,
  onChange,
}: {
  title: string
  options: Option[]
  values: string[]
  facets?: Facets
  onChange: (values: string[]) => void
}) {
  const toggle = (value: string, on: boolean) =>
    onChange(options.map((option) => option.value).filter((each) => (each === value ? on : values.includes(each))))
  return (
    <fieldset>
      <legend className="sr-only">{title}</legend>
      {options.map((option) => (
        <div key={option.value} className="flex items-center">
          <Checkbox
            label={option.label}
            checked={values.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
          />
          <FacetCount facets={facets} value={option.value} />
        </div>
      ))}
    </fieldset>
  )
}

/** Exactly one of the options. */
export function OneOfEditor({
  title,
  options,
  value,
  facets,
  onChange,
}: {
  title: string
  options: Option[]
  value: string | undefined
  facets?: Facets
  onChange: (value: string) => void
}) {
  return (
    <fieldset>
      <legend className="sr-only">{title}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-7 cursor-pointer items-center gap-2 rounded-s px-1.5 hover:bg-off-tint has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={title}
            className="peer sr-only"
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <Check aria-hidden className="icon text-accent opacity-0 peer-checked:opacity-100" />
          <span>{option.label}</span>
          <FacetCount facets={facets} value={option.value} />
        </label>
      ))}
    </fieldset>
  )
}
