'use client'

import { useState } from 'react'
import { isUnary } from '@/lib/tables/filter-value'
import type { AttributeOption, Facets, TextOperator } from '@/lib/tables/spec'
import { Select } from '../ui/input'
import { operatorWord } from './describe-filter'
import { SuggestedValues } from './suggested-values'
import { ValueInput } from './value-input'

export interface Term {
  op: TextOperator
  text: string
}

/** An operator and, where it needs one, a text. Without a text there is no term. */
export function TextEditor({
  title,
  operators,
  term,
  type,
  placeholder,
  suggests,
  facets,
  autoFocus = true,
  onChange,
}: {
  title: string
  operators: readonly [TextOperator, ...TextOperator[]]
  term: Term | undefined
  /** Of what is compared; text when it isn't said. */
  type?: AttributeOption['type']
  placeholder?: string
  /** The most frequent values are offered, once they are known. */
  suggests?: boolean
  facets?: Facets
  /** Where it is there from the beginning. */
  autoFocus?: boolean
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
              {operatorWord(each, type)}
            </option>
          ))}
        </Select>
      )}
      {!isUnary(op) && (
        <ValueInput
          title={title}
          type={type}
          text={text}
          placeholder={placeholder}
          autoFocus={autoFocus}
          onChange={(next) => change({ op, text: next })}
        />
      )}
      {suggests && !isUnary(op) && (
        <SuggestedValues title={title} facets={facets} onTake={(value) => change({ op: 'is', text: value })} />
      )}
    </div>
  )
}
