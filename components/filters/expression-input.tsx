'use client'

import { useEffect, useId, type KeyboardEvent } from 'react'
import type { ExpressionAttribute, TableSpec } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'
import { Input } from '../ui/input'
import { CompletionList } from './completion-list'
import { useCompletions } from './use-completions'

/** The field of an expression, completed as it is written. Enter applies it. */
export function ExpressionInput({
  spec,
  attributes,
  text,
  unapplied,
  fault,
  onChange,
  onApply,
}: {
  spec: TableSpec
  attributes: ExpressionAttribute[]
  text: string
  unapplied: boolean
  /** What is wrong with it: the id of the words that say so, and the column. */
  fault?: { id: string; column?: number }
  onChange: (text: string) => void
  onApply: () => void
}) {
  const list = useId()
  const { input, open, options, what, at, look, close, take, onKeyDown } = useCompletions(text, attributes, onChange)
  const column = fault?.column
  useEffect(() => {
    const field = input.current
    if (column !== undefined && field && document.activeElement === field) field.setSelectionRange(column, column)
  }, [column, input])
  const press = (event: KeyboardEvent) => {
    onKeyDown(event)
    if (event.key !== 'Enter' || event.defaultPrevented) return
    event.preventDefault()
    close()
    onApply()
  }
  return (
    <div className="relative w-full min-w-0 flex-1 basis-80">
      <Input
        ref={input}
        role="combobox"
        aria-label="Expression"
        aria-keyshortcuts="F"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault?.id}
        value={text}
        placeholder={`A SCIM filter of ${spec.noun.many}, for example ${example(attributes)}`}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={classNames('mono text-table!', unapplied && 'border-dashed! border-accent!')}
        onChange={({ target }) => {
          onChange(target.value)
          look(target.value, target.selectionStart ?? target.value.length)
        }}
        onClick={({ currentTarget }) => look(text, currentTarget.selectionStart ?? text.length)}
        onBlur={close}
        onKeyDown={press}
      />
      {open && <CompletionList id={list} label={what} options={options} at={at} onTake={take} />}
      <p role="status" className="sr-only">
        {open ? `${options.length} ${options.length === 1 ? what.slice(0, -1) : what}` : ''}
      </p>
    </div>
  )
}

const example = (attributes: ExpressionAttribute[]) =>
  attributes.some(({ path }) => path === 'status')
    ? 'status ge 400 and method eq "PATCH"'
    : attributes.some(({ path }) => path === 'userName')
      ? 'userName sw "ann" and active eq true'
      : 'displayName co "sales"'
