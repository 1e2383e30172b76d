'use client'

import { useState } from 'react'
import { isUnary } from '@/lib/tables/filter-value'
import type { Facets, TextOperator } from '@/lib/tables/spec'
import { Input, Select } from '../ui/input'
import { operatorWords } from './describe-filter'
import { SuggestedValues } from './suggested-values'

export interface Term {
  op: TextOperator
  text: string
}

/** An operator and, where it needs one, a text. Without a text there is no term. */
export function TextEditor({
  title,
  operators,
  term,
  placeholder,
  suggests,
  facets,
  onChange,
}: {
  title: string
  operators: readonly [TextOperator, ...TextOperator[]]
  term: Term | undefined
  placeholder?: string
  /** The most frequent values are offered, once they are known. */
  suggests?: boolean
  facets?: Facets
  onChange: (term: Term | undefined) => void
}) {
  const [op, setOp] = useState(term?.op ?? operators[0])
  const [text, setText] = useState(term?.text ?? '')
  const change = (next: Term) => {
    setOp(next.op)
    setText(next.text)
    onChange(isUnary(next.op) ? { op: next.op, text: '' } : next.text === '' ? undefined : next)
  }
  return (
    <div className="grid gap-2">
      {operators.length > 1 && (
        <Select
          aria-label={`${title}: operator`}
          value={op}
          onChange={({ target }) => change({ op: operators.find((each) => each === target.value) ?? op, text })}
        >
          {operators.map((each) => (
            <option key={each} value={each}>
              {operatorWords[each]}
            </option>
          ))}
        </Select>
      )}
      {!isUnary(op) && (
        <Input
          aria-label={title}
          value={text}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={({ target }) => change({ op, text: target.value })}
        />
      )}
      {suggests && !isUnary(op) && (
        <SuggestedValues title={title} facets={facets} onTake={(value) => change({ op: 'is', text: value })} />
      )}
    </div>
  )
}
