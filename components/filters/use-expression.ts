'use client'

import { useState } from 'react'
import { expressionOf, formPart } from '@/lib/tables/expression'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { BadExpression } from '@/lib/tables/spec'
import { besideExpression, printView } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { askServer } from '../ui/ask-server'
import { useToast } from '../ui/toast'
import { filterKey } from './draft'
import type { FilterMode } from './mode-switch'

type Filters = Record<string, FilterValue>
type Answer = { filters?: Filters; expression?: BadExpression }

/** The expression being written, until it is applied, and the way from the form to it and back. */
export function useExpression() {
  const { spec, view, shown, outcome, go } = useTableView()
  const toast = useToast()
  const key = `${view.expression ?? ''} ${filterKey(spec, view.filters)}`
  const [seen, setSeen] = useState(key)
  const [mode, setMode] = useState<FilterMode>(view.expression === undefined ? 'form' : 'expression')
  const [text, setText] = useState(view.expression ?? '')
  /** What the form stood for when one left it. */
  const [formText, setFormText] = useState('')
  /** The text that the form was asked to show, and why it does not. */
  const [refused, refuse] = useState<{ text: string; fault: BadExpression }>()
  if (seen !== key) {
    setSeen(key)
    setText(view.expression ?? '')
    setFormText('')
    // Filters of the form must not hold unseen.
    if (view.expression !== undefined) setMode('expression')
    else if (filterKey(formPart(spec), view.filters) !== '') setMode('form')
  }
  const written = text.trim()
  const applied = 'expression' in outcome ? outcome.expression : undefined
  const fault = refused?.text === text ? refused.fault : applied && shown.expression === text ? applied : undefined

  const toForm = async (beside: Filters) => {
    if (written === '' || (view.expression === undefined && text === formText)) {
      setMode('form')
      if (view.expression !== undefined) go({ expression: undefined, filters: beside })
      return
    }
    const asked = printView(spec, { ...view, expression: written, filters: beside })
    const answer = await askServer(`/api/tables/${spec.page}/form?${asked}`)
      .then(async (response) => (response.ok ? ((await response.json()) as Answer) : undefined))
      .catch(() => undefined)
    if (!answer) return toast({ title: 'The server did not answer', detail: 'Try again.', failed: true })
    if (!answer.filters) return refuse({ text, fault: answer.expression ?? unshowable })
    setMode('form')
    go({ expression: undefined, filters: { ...beside, ...answer.filters } })
  }
  return {
    mode,
    text,
    setText,
    /** It says something else than what is applied. */
    dirty: written !== (view.expression ?? formText).trim(),
    fault,
    toExpression: (draft: Filters) => {
      const stands = expressionOf(formPart(spec), draft, new Date())
      setFormText(stands)
      setText(stands)
      setMode('expression')
    },
    toForm,
    apply: (draft: Filters) => go({ expression: written || undefined, filters: besideExpression(spec, draft) }),
  }
}

const unshowable: BadExpression = {
  message: 'The form has no fields for all that this says, so it stays an expression. Empty it to go back to the form.',
}
