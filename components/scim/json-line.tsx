import { ChevronDown, ChevronRight, Copy, Route } from 'lucide-react'
import { classNames } from '../ui/class-names'
import { Shown } from '../ui/shown'
import { drawnText, type Json, type JsonLine } from './json-lines'

const button =
  'grid size-6 place-items-center rounded-s text-ink-2 hover:bg-off-tint hover:text-ink data-copied:text-ok'

/** One line. Its buttons do nothing by themselves: there are many, and the viewer around them hears and answers them. */
export function JsonLineView({
  line: { path, depth, key, kind, text, size, comma, value },
  at,
  found,
  current,
  folds,
}: {
  line: JsonLine
  /** Its number in the document. */
  at: number
  found: boolean
  /** The one that the search stands at. */
  current: boolean
  folds: boolean
}) {
  const Chevron = kind === 'folded' ? ChevronRight : ChevronDown
  return (
    <div
      data-line={at}
      className={classNames(
        'group/line flex min-h-6 items-start',
        found && 'bg-warn-tint',
        current && 'shadow-[inset_3px_0_0_var(--warn)]',
      )}
    >
      <span className="grid h-6 w-6 shrink-0 place-items-center">
        {folds && (kind === 'open' || kind === 'folded') && depth > 0 && (
          <button
            type="button"
            data-fold={path}
            aria-expanded={kind === 'open'}
            aria-label={path}
            className="grid size-6 place-items-center rounded-s text-ink-2 hover:text-ink"
          >
            <Chevron className="size-3.5" aria-hidden />
          </button>
        )}
      </span>
      <code className="mono py-[2.5px] leading-[19px] whitespace-pre-wrap [overflow-wrap:anywhere]">
        {'  '.repeat(depth)}
        {key !== undefined && (
          <span className="text-accent">
            <Shown text={JSON.stringify(key)} />
          </span>
        )}
        {key !== undefined && ': '}
        <span className={tone(kind, value)}>
          <Shown text={drawnText(text)} longest={Infinity} />
        </span>
        {comma && ','}
        {kind === 'folded' && <span className="text-ink-2"> {size} entries</span>}
      </code>
      {kind !== 'close' && depth > 0 && (
        <span className="ml-1 flex h-6 items-center opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 pointer-coarse:opacity-100">
          <button type="button" data-copies="value" aria-label="Copy value" title="Copy value" className={button}>
            <Copy className="size-3.5" strokeWidth={1.75} aria-hidden />
          </button>
          <button
            type="button"
            data-copies="path"
            aria-label={`Copy path ${path}`}
            title={`Copy path ${path}`}
            className={button}
          >
            <Route className="size-3.5" strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </div>
  )
}

function tone(kind: JsonLine['kind'], value: Json | undefined): string | undefined {
  if (kind !== 'leaf') return 'text-ink-2'
  if (typeof value === 'string') return 'text-ok'
  return typeof value === 'object' && value !== null ? 'text-ink-2' : 'text-warn'
}
