'use client'

import { useState } from 'react'
import type { AttributeTerm, FilterValue } from '@/lib/tables/filter-value'
import type { FilterSpec } from '@/lib/tables/spec'
import { Select } from '../ui/input'
import { AnyOfEditor, OneOfEditor } from './options-editor'
import { TextEditor } from './text-editor'
import { TimeRangeEditor } from './time-range-editor'

/** Edits one filter's value, by its kind. An attribute filter is edited a term at a time: its value holds that term alone. */
export function FilterEditor({
  spec,
  value,
  onChange,
}: {
  spec: FilterSpec
  value: FilterValue | undefined
  onChange: (value: FilterValue | undefined) => void
}) {
  switch (spec.kind) {
    case 'text':
      return (
        <TextEditor
          title={spec.title}
          operators={spec.operators}
          placeholder={spec.placeholder}
          term={value?.kind === 'text' ? value : undefined}
          onChange={(term) => onChange(term && { kind: 'text', ...term })}
        />
      )
    case 'oneOf':
      return (
        <OneOfEditor
          title={spec.title}
          options={spec.options}
          value={value?.kind === 'oneOf' ? value.value : undefined}
          onChange={(chosen) => onChange({ kind: 'oneOf', value: chosen })}
        />
      )
    case 'anyOf':
      return (
        <AnyOfEditor
          title={spec.title}
          options={spec.options}
          values={value?.kind === 'anyOf' ? value.values : []}
          onChange={(values) => onChange(values.length > 0 ? { kind: 'anyOf', values } : undefined)}
        />
      )
    case 'timeRange':
      return (
        <TimeRangeEditor
          title={spec.title}
          presets={spec.presets}
          value={value?.kind === 'timeRange' ? value : undefined}
          onChange={onChange}
        />
      )
    case 'attribute':
      return (
        <AttributeEditor
          spec={spec}
          term={value?.kind === 'attribute' ? value.terms[0] : undefined}
          onChange={(term) => onChange(term && { kind: 'attribute', terms: [term] })}
        />
      )
  }
}

function AttributeEditor({
  spec,
  term,
  onChange,
}: {
  spec: Extract<FilterSpec, { kind: 'attribute' }>
  term: AttributeTerm | undefined
  onChange: (term: AttributeTerm | undefined) => void
}) {
  const [attribute, choose] = useState(term?.attribute ?? spec.options[0]?.value ?? '')
  const title = spec.options.find((option) => option.value === attribute)?.label ?? spec.title
  return (
    <div className="grid gap-2">
      <Select
        aria-label="Attribute"
        value={attribute}
        onChange={({ target }) => {
          choose(target.value)
          if (term) onChange({ ...term, attribute: target.value })
        }}
      >
        {spec.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      <TextEditor
        title={title}
        operators={spec.operators}
        term={term}
        onChange={(next) => onChange(next && { attribute, ...next })}
      />
    </div>
  )
}
