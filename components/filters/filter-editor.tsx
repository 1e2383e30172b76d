'use client'

import { useState } from 'react'
import { operatorsOf } from '@/lib/tables/attribute-operators'
import type { AttributeTerm, FilterValue } from '@/lib/tables/filter-value'
import type { Facets, FilterSpec } from '@/lib/tables/spec'
import { useTableView } from '../data-table/table-view'
import { Select } from '../ui/input'
import { FacetNote } from './facet-note'
import { AnyOfEditor, OneOfEditor } from './options-editor'
import { TextEditor } from './text-editor'
import { TimeRangeEditor } from './time-range-editor'
import { useFacets } from './use-facets'

/** Edits one filter's value, by its kind. An attribute filter is edited a term at a time: its value holds that term alone. */
export function FilterEditor(props: EditorProps) {
  const { spec: table } = useTableView()
  const { spec, value } = props
  const options = spec.kind === 'oneOf' || spec.kind === 'anyOf'
  const [attribute, choose] = useState(
    (value?.kind === 'attribute' && value.terms[0]?.attribute) ||
      (spec.kind === 'attribute' && spec.options[0]?.value) ||
      '',
  )
  const suggests = spec.kind === 'attribute' ? suggesting(spec, attribute) : spec.kind === 'text' && spec.suggests
  const facets = useFacets(
    spec.id,
    Boolean(table.expression && (options || suggests)),
    spec.kind === 'attribute' ? attribute : undefined,
  )
  return (
    <>
      <Editor {...props} facets={facets} attribute={attribute} onAttribute={choose} />
      <FacetNote facets={facets} many={table.noun.many} />
    </>
  )
}

interface EditorProps {
  spec: FilterSpec
  value: FilterValue | undefined
  onChange: (value: FilterValue | undefined) => void
}
interface Parts {
  facets: Facets | undefined
  /** The one of an attribute filter. */
  attribute: string
  onAttribute: (attribute: string) => void
}

const suggesting = (spec: AttributeSpec, attribute: string) =>
  spec.options.find(({ value }) => value === attribute)?.suggests

function Editor({ spec, value, onChange, ...parts }: EditorProps & Parts) {
  const { facets } = parts
  switch (spec.kind) {
    case 'text':
      return (
        <TextEditor
          title={spec.title}
          operators={spec.operators}
          placeholder={spec.placeholder}
          suggests={spec.suggests}
          facets={facets}
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
          facets={facets}
          onChange={(chosen) => onChange({ kind: 'oneOf', value: chosen })}
        />
      )
    case 'anyOf':
      return (
        <AnyOfEditor
          title={spec.title}
          options={spec.options}
          values={value?.kind === 'anyOf' ? value.values : []}
          facets={facets}
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
          {...parts}
          spec={spec}
          term={value?.kind === 'attribute' ? value.terms[0] : undefined}
          onChange={(term) => onChange(term && { kind: 'attribute', terms: [term] })}
        />
      )
  }
}

type AttributeSpec = Extract<FilterSpec, { kind: 'attribute' }>

function AttributeEditor({
  spec,
  term,
  facets,
  attribute,
  onAttribute,
  onChange,
}: {
  spec: AttributeSpec
  term: AttributeTerm | undefined
  onChange: (term: AttributeTerm | undefined) => void
} & Parts) {
  const option = spec.options.find(({ value }) => value === attribute)
  const title = option?.label ?? spec.title
  const [changed, setChanged] = useState(false)
  const choose = (chosen: string) => {
    setChanged(true)
    const next = spec.options.find(({ value }) => value === chosen)
    onAttribute(chosen)
    // What was written of one type says nothing of another.
    if (term) onChange(next?.type === option?.type ? { ...term, attribute: chosen } : undefined)
  }
  return (
    <div className="grid gap-2">
      <Select aria-label="Attribute" value={attribute} onChange={({ target }) => choose(target.value)}>
        {spec.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      <TextEditor
        key={option?.type}
        autoFocus={!changed}
        title={title}
        operators={operatorsOf(option ?? {})}
        type={option?.type}
        term={term}
        suggests={suggesting(spec, attribute)}
        facets={facets}
        onChange={(next) => onChange(next && { attribute, ...next })}
      />
    </div>
  )
}
