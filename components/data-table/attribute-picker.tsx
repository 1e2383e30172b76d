'use client'

import { Check, Plus } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { columnAttributes, MOST_ATTRIBUTES, type ColumnAttribute } from '@/lib/tables/attribute-columns'
import type { ArrangedColumn } from '@/lib/tables/table-settings'
import { columnOf, isFull, toggleAttribute } from '@/lib/tables/toggle-attribute'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { Input } from '../ui/input'
import { Popover } from '../ui/popover'
import { useTableView } from './table-view'

/** Adds columns for SCIM attributes, and takes them away again. Nothing where the table has none to offer. */
export function AttributePicker({ onArrange }: { onArrange: (columns: ArrangedColumn[]) => void }) {
  const { spec } = useTableView()
  const offers = useMemo(() => columnAttributes(spec), [spec])
  if (offers.length === 0) return null
  return (
    <Popover
      label="Add an attribute"
      className="flex w-96 flex-col"
      trigger={
        <Button look="quiet" className="mt-1 w-full justify-start">
          <Plus aria-hidden />
          Add an attribute
        </Button>
      }
    >
      <Choice offers={offers} onArrange={onArrange} />
    </Popover>
  )
}

interface Offers {
  offers: ColumnAttribute[]
  onArrange: (columns: ArrangedColumn[]) => void
}

/** A field and the list that it narrows (WAI-ARIA combobox): arrows choose, Enter shows or takes away, the focus stays in the field. */
function Choice({ offers, onArrange }: Offers) {
  const { columns, view } = useTableView()
  const [text, setText] = useState('')
  const [at, choose] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => grouped(offers, text), [offers, text])
  const found = groups.flatMap((group) => group.attributes)
  const full = isFull(columns)
  useEffect(() => {
    list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' })
  }, [at, text])
  const toggle = (attribute: ColumnAttribute | undefined) => {
    if (attribute) onArrange(toggleAttribute(columns, attribute))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) choose((at + step + found.length) % found.length)
    else if (event.key === 'Enter') toggle(found[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <Input
        role="combobox"
        aria-label="Find an attribute"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[at] && `${id}-${at}`}
        aria-autocomplete="list"
        placeholder="Name or path"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          choose(0)
        }}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-multiselectable
        aria-label="Attributes"
        className={classNames('mt-2 max-h-80 min-h-24 overflow-y-auto', found.length === 0 && 'hidden')}
      >
        {groups.map(({ schema, first, attributes }) => (
          <div key={schema} role="group" aria-labelledby={`${id} ${schema}`.replaceAll(' ', '-')}>
            <p
              id={`${id} ${schema}`.replaceAll(' ', '-')}
              // A list box owns options alone.
              role="presentation"
              className="sticky top-0 bg-raised px-2 pt-1.5 pb-1 text-small font-medium text-ink-2"
            >
              {schema}
            </p>
            {attributes.map((attribute, place) => (
              <AttributeOption
                key={attribute.path}
                id={`${id}-${first + place}`}
                attribute={attribute}
                shown={isShown(columns, attribute)}
                chosen={first + place === at}
                onClick={() => {
                  choose(first + place)
                  toggle(attribute)
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="min-h-24 px-2 py-4 text-ink-2">No attribute has “{text}” in its name or path.</p>
      )}
      <p className="mt-2 border-t border-line pt-2 text-small text-ink-2">
        {full
          ? `${MOST_ATTRIBUTES} are added, as many as there can be. Take one away first.`
          : view.provider === 'all'
            ? 'Over all providers those that every provider has. Choose one for its extension schemas.'
            : 'Of several values the primary one comes first.'}
      </p>
      <p role="status" className="sr-only">
        {found.length} {found.length === 1 ? 'attribute' : 'attributes'}
      </p>
    </>
  )
}

const isShown = (columns: ArrangedColumn[], attribute: ColumnAttribute) => columnOf(columns, attribute)?.shown ?? false

/** Those with all the words, by schema; `first` counts through all groups. */
function grouped(offers: ColumnAttribute[], text: string) {
  const words = text.toLowerCase().split(/\s+/)
  const found = offers.filter(({ name, path }) => {
    const whole = `${name} ${path}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  })
  let first = 0
  return [...new Set(found.map(({ schema }) => schema))].map((schema) => {
    const attributes = found.filter((each) => each.schema === schema)
    const group = { schema, first, attributes }
    first += attributes.length
    return group
  })
}

function AttributeOption({
  id,
  attribute: { name, path, multiValued },
  shown,
  chosen,
  onClick,
}: {
  id: string
  attribute: ColumnAttribute
  shown: boolean
  chosen: boolean
  onClick: () => void
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={shown}
      data-chosen={chosen || undefined}
      // Pressing would take the focus from the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onClick}
      className={classNames(
        'flex min-h-9 cursor-pointer items-center gap-2 rounded-s px-2 py-0.5 pointer-coarse:min-h-11',
        chosen ? 'bg-accent-tint' : 'hover:bg-off-tint',
      )}
    >
      <Check aria-hidden className={classNames('icon shrink-0 text-accent', !shown && 'opacity-0')} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="mono block truncate text-small text-ink-2" title={path}>
          {path}
        </span>
      </span>
      {multiValued && <span className="shrink-0 text-small text-ink-2">multi-valued</span>}
    </div>
  )
}
