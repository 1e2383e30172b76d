'use client'

import { CircleHelp } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { expressionOf, formPart } from '@/lib/tables/expression'
import { besideExpression, defaultFilters } from '@/lib/tables/view-state'
import { useTableView } from '../data-table/table-view'
import { useHelp } from '../help/help-provider'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { CopyButton } from '../ui/copy-button'
import { beginning, markedText } from '../ui/hidden-characters'
import { IconButton } from '../ui/icon-button'
import { useNow } from '../ui/now'
import { Shown } from '../ui/shown'
import { useTimes } from '../ui/times'
import { filterKey } from './draft'
import { ExpressionFault } from './expression-fault'
import { ExpressionInput } from './expression-input'
import { FilterChips } from './filter-chips'
import { ModeSwitch } from './mode-switch'
import { useDraft } from './use-draft'
import { useExpression } from './use-expression'

/**
 * Filters are chosen as chips or written as an expression, then applied. Clear empties what is chosen, Reset takes off what
 * is applied.
 */
export function FilterBar({ lead }: { lead?: ReactNode }) {
  const { spec, view, go, settings } = useTableView()
  const { drawn } = useTimes()
  const now = useNow(drawn)
  const draft = useDraft(spec, view.filters)
  const expression = useExpression()
  const problem = useId()
  const help = useHelp()
  if (settings.filtersHidden) return null

  const writing = spec.expression !== undefined && expression.mode === 'expression'
  const { text, fault } = expression
  const beside = besideExpression(spec, draft.filters)
  const dirty = writing
    ? expression.dirty || filterKey(spec, beside) !== filterKey(spec, besideExpression(spec, view.filters))
    : draft.dirty
  const chosen = (writing && text !== '') || filterKey(spec, writing ? beside : draft.filters) !== ''
  const filtered = view.expression !== undefined || filterKey(spec, view.filters) !== ''
  const apply = () =>
    writing ? expression.apply(draft.filters) : go({ filters: draft.filters, expression: undefined })
  const clear = () => {
    draft.clear()
    expression.setText('')
  }
  const reset = () => go({ filters: defaultFilters(spec), expression: undefined, saved: undefined })
  const stands = writing || !spec.expression ? '' : expressionOf(formPart(spec), draft.filters, now)
  return (
    <section aria-label="Filters" className="grid grid-cols-1 gap-1.5 px-4 py-2.5 narrow:px-6">
      <div className="flex items-start gap-2 max-narrow:flex-col">
        <div
          className={classNames(
            '-m-1 flex min-w-0 flex-1 items-center gap-2 p-1 max-narrow:w-[calc(100%+8px)] narrow:flex-wrap',
            writing ? 'flex-wrap' : '*:shrink-0 max-narrow:overflow-x-auto',
          )}
        >
          {spec.expression && (
            <ModeSwitch
              mode={expression.mode}
              onChange={(mode) =>
                mode === 'form' ? void expression.toForm(beside) : expression.toExpression(draft.filters)
              }
            />
          )}
          {writing && (
            <IconButton
              label="Help: expressions"
              look="quiet"
              onClick={() => help?.open('tables', 'filter-with-an-expression')}
            >
              <CircleHelp aria-hidden />
            </IconButton>
          )}
          <>{lead}</>
          <FilterChips draft={draft} beside={writing} onApply={apply} />
          {writing && spec.expression && (
            <ExpressionInput
              spec={spec}
              attributes={spec.expression}
              text={text}
              unapplied={expression.dirty}
              fault={fault && { id: problem, column: fault.column }}
              onChange={expression.setText}
              onApply={apply}
            />
          )}
        </div>
        <div className={classNames('ml-auto flex gap-1.5', !chosen && !filtered && !dirty && 'max-narrow:hidden')}>
          {chosen && (
            <Button look="quiet" onClick={clear}>
              Clear
            </Button>
          )}
          {filtered && (
            <Button look="quiet" onClick={reset}>
              Reset
            </Button>
          )}
          <Button look={dirty ? 'primary' : 'plain'} disabled={!dirty} onClick={apply}>
            Apply
          </Button>
        </div>
      </div>
      {writing && fault && <ExpressionFault id={problem} text={text} fault={fault} />}
      {stands && (
        <p className="flex min-w-0 items-center gap-1 text-small text-ink-2">
          <span className="shrink-0">As an expression</span>
          <span className="mono ml-1 truncate" title={markedText(beginning(stands, 1000))}>
            <Shown text={stands} longest={500} />
          </span>
          <CopyButton text={stands} what="expression" />
        </p>
      )}
    </section>
  )
}
