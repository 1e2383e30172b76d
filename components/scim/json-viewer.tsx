'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CopyButton } from '../ui/copy-button'
import { classNames } from '../ui/class-names'
import { Input } from '../ui/input'
import { jsonLines, longArrays, type Json, type JsonLine } from './json-lines'

/** JSON to read: parts fold, a search marks what it finds, every value and its path can be copied. `label` names the document. */
export function JsonViewer({ value, label }: { value: Json; label: string }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(longArrays(value)))
  const [search, setSearch] = useState('')
  const needle = search.trim().toLowerCase()
  // Searching looks into folded parts as well.
  const lines = useMemo(() => jsonLines(value, needle ? new Set() : folded), [value, folded, needle])
  const found = (line: JsonLine) =>
    needle !== '' &&
    (line.key?.toLowerCase().includes(needle) || (line.kind === 'leaf' && line.text.toLowerCase().includes(needle)))
  const count = needle ? lines.filter(found).length : 0
  const toggle = (path: string) =>
    setFolded(new Set(folded.has(path) ? [...folded].filter((each) => each !== path) : [...folded, path]))
  return (
    <section aria-label={label} className="grid gap-1.5">
      <div className="flex items-center gap-2">
        <Input
          type="search"
          aria-label={`Search in ${label}`}
          placeholder="Search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className="max-w-52"
        />
        <span role="status" className="flex-1 text-small text-ink-2 tabular-nums">
          {needle && `${count} ${count === 1 ? 'line' : 'lines'}`}
        </span>
        <CopyButton wide text={JSON.stringify(value, null, 2)} what={label} />
      </div>
      <div
        tabIndex={0}
        role="group"
        aria-label={`${label}, JSON`}
        className="overflow-x-auto rounded-m border border-line bg-sunken py-2 pr-2 leading-[19px]"
      >
        {lines.map((line) => (
          <Line
            key={`${line.kind === 'close' ? 'close' : 'open'} ${line.path}`}
            line={line}
            found={found(line) === true}
            onToggle={needle ? undefined : () => toggle(line.path)}
          />
        ))}
      </div>
    </section>
  )
}

function Line({ line, found, onToggle }: { line: JsonLine; found: boolean; onToggle?: () => void }) {
  const { path, depth, key, kind, text, size, comma, value } = line
  const folds = (kind === 'open' || kind === 'folded') && depth > 0
  const Chevron = kind === 'folded' ? ChevronRight : ChevronDown
  return (
    <div className={classNames('group/line flex min-h-[19px] items-start', found && 'bg-warn-tint')}>
      <span className="grid h-[19px] w-6 shrink-0 place-items-center">
        {folds && onToggle && (
          <button
            type="button"
            aria-expanded={kind === 'open'}
            aria-label={path}
            onClick={onToggle}
            className="-m-0.5 grid size-6 place-items-center rounded-s text-ink-2 hover:text-ink"
          >
            <Chevron className="size-3.5" aria-hidden />
          </button>
        )}
      </span>
      <code className="mono leading-[19px] whitespace-pre-wrap [overflow-wrap:anywhere]">
        {'  '.repeat(depth)}
        {key !== undefined && <span className="text-accent">{JSON.stringify(key)}</span>}
        {key !== undefined && ': '}
        <span className={tone(kind, value)}>{text}</span>
        {comma && ','}
        {kind === 'folded' && <span className="text-ink-2"> {size} entries</span>}
      </code>
      {kind !== 'close' && depth > 0 && (
        <span className="ml-1 flex h-[19px] items-center opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 pointer-coarse:opacity-100">
          <CopyButton text={typeof value === 'string' ? value : JSON.stringify(value)} what="value" />
          <CopyButton text={path} what={`path ${path}`} path />
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
