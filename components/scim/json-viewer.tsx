'use client'

import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { formatNumber } from '../ui/format-number'
import { useMarkedCopy } from '../ui/use-copy'
import { JsonLineView } from './json-line'
import { foldable, jsonLines, lineHas, lineStep, longArrays, rangeAround, type Json } from './json-lines'
import { JsonSearch } from './json-search'

const firstLines = { start: 0, end: lineStep }

/**
 * JSON to read: parts fold, a search goes from find to find, every value and its path can be copied. Of a large document
 * a part is drawn at a time. `label` names the document.
 */
export function JsonViewer({ value, label }: { value: Json; label: string }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(longArrays(value)))
  const [search, setSearch] = useState('')
  const [match, setMatch] = useState(0)
  const [range, setRange] = useState(firstLines)
  const box = useRef<HTMLDivElement>(null)
  const copies = useMarkedCopy()
  const needle = search.trim().toLowerCase()
  // Searching looks into folded parts as well.
  const open = needle !== ''
  const lines = useMemo(() => jsonLines(value, open ? new Set() : folded), [value, folded, open])
  const found = useMemo(
    () => (needle ? lines.flatMap((line, at) => (lineHas(line, needle) ? [at] : [])) : []),
    [lines, needle],
  )
  const whole = useMemo(() => JSON.stringify(value, null, 2), [value])
  const current = found[match]
  const shown = current === undefined ? range : rangeAround(range, current)
  useEffect(() => {
    if (current !== undefined)
      box.current?.querySelector(`[data-line="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, needle])

  const hits = new Set(found)
  const step = (by: number) => {
    setRange(shown)
    setMatch((match + by + found.length) % found.length)
  }
  const toggle = (path: string) =>
    setFolded(new Set(folded.has(path) ? [...folded].filter((each) => each !== path) : [...folded, path]))
  const click = (event: MouseEvent) => {
    const asked = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null
    const line = lines[Number(asked?.closest<HTMLElement>('[data-line]')?.dataset['line'])]
    if (asked?.dataset['fold'] !== undefined) toggle(asked.dataset['fold'])
    if (!asked?.dataset['copies'] || !line) return
    const text = typeof line.value === 'string' ? line.value : JSON.stringify(line.value)
    copies.copy(asked, asked.dataset['copies'] === 'path' ? line.path : text)
  }
  return (
    <section aria-label={label} className="grid gap-1.5">
      <div className="flex items-center gap-2">
        <JsonSearch
          label={label}
          text={search}
          onText={(text) => {
            setSearch(text)
            setMatch(0)
            setRange(firstLines)
          }}
          at={match}
          count={found.length}
          onStep={step}
        />
        <span className="flex-1" />
        {!open && (
          <Button look="quiet" onClick={() => setFolded(new Set(folded.size > 0 ? [] : foldable(value)))}>
            {folded.size > 0 ? 'Unfold all' : 'Fold all'}
          </Button>
        )}
        <CopyButton wide text={whole} what={label} />
      </div>
      <More
        count={shown.start}
        where="before"
        onClick={() => setRange({ ...shown, start: Math.max(0, shown.start - lineStep) })}
      />
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={`${label}, JSON`}
        onClick={click}
        className="overflow-x-auto rounded-m border border-line bg-sunken py-2 pr-2 leading-[19px]"
      >
        {lines.slice(shown.start, shown.end).map((line, offset) => (
          <JsonLineView
            key={`${line.kind === 'close' ? 'close' : 'open'} ${line.path}`}
            line={line}
            at={shown.start + offset}
            found={hits.has(shown.start + offset)}
            current={shown.start + offset === current}
            folds={!open}
          />
        ))}
      </div>
      <More
        count={lines.length - shown.end}
        where="more"
        onClick={() => setRange({ ...shown, end: shown.end + lineStep })}
      />
      <span role="status" className="sr-only">
        {copies.said}
      </span>
    </section>
  )
}

/** Draws further lines of a large document. */
function More({ count, where, onClick }: { count: number; where: 'before' | 'more'; onClick: () => void }) {
  if (count <= 0) return null
  return (
    <Button look="quiet" onClick={onClick} className="justify-self-start">
      {where === 'more' ? `Show more: ${formatNumber(count)} lines follow` : `${formatNumber(count)} lines before this`}
    </Button>
  )
}
