import { Check } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CellKind, CellValue, CellValues, ColumnSpec, RowHelp } from '@/lib/tables/spec'
import { ActiveChip } from '../scim/active-chip'
import { StatusCode } from '../scim/status-code'
import { classNames } from '../ui/class-names'
import { beginning, markedText } from '../ui/hidden-characters'
import { formatDuration, formatNumber, formatPercent } from '../ui/format-number'
import { Shown } from '../ui/shown'
import { Skeleton } from '../ui/skeleton'
import { Time } from '../ui/time'
import { CellCopy } from './cell-copy'
import { CellFilter } from './cell-filter'
import { CellHelp } from './cell-help'
import { shortenMiddle } from './shorten-middle'

interface Drawn {
  content: ReactNode
  /** The whole value, for hover. */
  title?: string
  /** What a copy button copies. */
  copy?: string
  className?: string
}

// Characters: more than any column shows, and what a tooltip can hold.
const mostShown = 200
const mostHovered = 1000

/** Blanks alone would look like no value. */
const seen = (text: string) => <Shown text={text.trim() ? text : `“${text}”`} longest={mostShown} />
const drawText = (text: string): Drawn => ({
  content: seen(text),
  title: markedText(beginning(text, mostHovered)),
  copy: text,
})
const drawId = (id: string): Drawn => ({
  ...drawText(id),
  content: <Shown text={shortenMiddle(id)} />,
  className: 'mono text-ink-2',
})

const draw: { [K in CellKind]: (value: CellValues[K], exactTimes: boolean) => Drawn } = {
  text: drawText,
  id: drawId,
  name: (value) => {
    const text = typeof value === 'string' ? value : value.text
    const content = typeof value === 'string' ? seen(text) : <Link href={value.href}>{seen(text)}</Link>
    return { ...drawText(text), content, className: 'font-[540]' }
  },
  attribute: ({ name, urn }) => ({ ...drawText(name), title: urn ?? name, className: 'mono' }),
  time: (at, exact) => ({ content: <Time at={at} exact={exact} />, copy: at, className: exact ? '' : 'text-ink-2' }),
  number: (value) => ({ content: formatNumber(value), copy: String(value), className: 'tabular-nums' }),
  percent: (share) => ({ content: formatPercent(share), className: 'tabular-nums' }),
  duration: (ms) => ({ content: formatDuration(ms), className: 'tabular-nums' }),
  active: (state) => ({ content: <ActiveChip state={state} /> }),
  httpStatus: (status) => ({ content: <StatusCode status={status} /> }),
  flag: (set) => ({
    content: set ? (
      <span className="inline-flex items-center gap-1">
        <Check className="size-3.5 text-ok" aria-hidden />
        Yes
      </span>
    ) : (
      <span className="text-ink-2">No</span>
    ),
  }),
  request: ({ method, url }) => ({
    content: (
      <>
        <span className="inline-block w-11 font-medium text-ink">{method}</span> {seen(url)}
      </>
    ),
    title: markedText(`${method} ${beginning(url, mostHovered)}`),
    copy: url,
    className: 'mono text-ink-2',
  }),
  entity: ({ type, id }) => ({
    ...drawId(id),
    content: (
      <>
        {type.toLowerCase()} <Shown text={shortenMiddle(id, 6, 4)} />
      </>
    ),
  }),
  action: ({ text, refused }) => ({ ...drawText(text), className: refused ? 'text-warn' : undefined }),
}

// The row's maker and the column's kind agree (lib/tables/spec.ts); TypeScript can't follow that through a record.
const drawn = (kind: CellKind, value: CellValue, exactTimes: boolean) =>
  (draw[kind] as (value: CellValue, exactTimes: boolean) => Drawn)(value, exactTimes)

/** One value, drawn by its column's kind, with a copy button where the column offers one. */
export function Cell({
  column,
  value,
  exactTimes,
  help,
}: {
  column: ColumnSpec
  value: CellValue | undefined
  /** Times to the second instead of relative ones. */
  exactTimes: boolean
  help?: RowHelp
}) {
  // Not read yet: the column was just added.
  if (value === undefined) return <Skeleton className="w-1/2" />
  if (value === null || value === '')
    return (
      <span className="text-ink-2">
        <span aria-hidden>–</span>
        <span className="sr-only">no value</span>
      </span>
    )
  const { content, title, copy, className } = drawn(column.kind, value, exactTimes)
  return (
    <div className={classNames('group/cell flex min-w-0 items-center', column.align === 'right' && 'justify-end')}>
      <span className={classNames('truncate', className)} title={title}>
        {content}
      </span>
      {/* They take no room: beside a value that fills its cell they lie over the next one. */}
      {(column.copy || column.filter || help) && (
        <span className={classNames('inline-flex shrink-0', help ? '-mr-18 w-18' : '-mr-12 w-12')}>
          {help && <CellHelp {...help} />}
          {column.copy && copy !== undefined && <CellCopy text={copy} what={column.title} />}
          {column.filter && <CellFilter column={column.id} what={column.title} />}
        </span>
      )}
    </div>
  )
}
