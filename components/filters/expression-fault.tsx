import { CircleAlert } from 'lucide-react'
import type { BadExpression } from '@/lib/tables/spec'

/** As many characters of the expression stand before and after the mark. */
const before = 28
const after = 16

/** What is wrong with an expression, and a caret under the place. */
export function ExpressionFault({ id, text, fault }: { id: string; text: string; fault: BadExpression }) {
  const { column, message } = fault
  const from = Math.max(0, (column ?? 0) - before)
  const lead = `${from > 0 ? '…' : ''}${text.slice(from, column)}`
  const rest = column === undefined ? '' : text.slice(column, column + after)
  return (
    <div id={id} role="alert" className="grid min-w-0 gap-1 text-table">
      {column !== undefined && (
        <div aria-hidden className="mono leading-4 whitespace-pre">
          <p className="truncate text-ink-2">
            {lead}
            <span className="text-bad">{rest}</span>
            {text.length > column + after && '…'}
          </p>
          {/* The same letters unseen, so that the mark is under its place whatever their width. */}
          <p className="-mt-0.5 font-semibold text-bad">
            <span className="invisible">{lead}</span>^
          </p>
        </div>
      )}
      <p className="flex items-start gap-1.5 text-bad">
        <CircleAlert aria-hidden className="icon mt-px shrink-0" />
        {message}
      </p>
    </div>
  )
}
