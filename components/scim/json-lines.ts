export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A line of pretty-printed JSON. */
export interface JsonLine {
  /** `emails[0].value`, unique in the document; a closing bracket has its opening's. */
  path: string
  depth: number
  /** Missing in arrays and at the top. */
  key?: string
  kind: 'open' | 'close' | 'folded' | 'leaf'
  /** A bracket, a folded whole (`[…]`), or the value as JSON. */
  text: string
  /** Entries of an object or array. */
  size?: number
  value?: Json
  comma: boolean
}

/** Arrays longer than this start folded: a pushed group can hold a thousand members. */
const longArray = 25

const isName = /^[A-Za-z_$][\w$-]*$/
const childPath = (path: string, key: string | number) => {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!isName.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
const entriesOf = (value: Json[] | { [key: string]: Json }): [string | number, Json][] =>
  Array.isArray(value) ? value.map((entry, at) => [at, entry]) : Object.entries(value)

/** The lines of a document, without what is inside the folded paths. */
export function jsonLines(document: Json, folded: ReadonlySet<string>): JsonLine[] {
  const lines: JsonLine[] = []
  const write = (value: Json, path: string, depth: number, comma: boolean, key?: string) => {
    const line = { path, depth, value, comma, ...(key !== undefined && { key }) }
    if (value === null || typeof value !== 'object') {
      lines.push({ ...line, kind: 'leaf', text: JSON.stringify(value) })
      return
    }
    const entries = entriesOf(value)
    const [open, close] = Array.isArray(value) ? '[]' : '{}'
    const size = entries.length
    if (size === 0) lines.push({ ...line, kind: 'leaf', text: `${open}${close}` })
    else if (folded.has(path)) lines.push({ ...line, kind: 'folded', text: `${open}…${close}`, size })
    else {
      lines.push({ ...line, kind: 'open', text: open ?? '', comma: false, size })
      entries.forEach(([name, entry], at) =>
        write(entry, childPath(path, name), depth + 1, at < size - 1, typeof name === 'string' ? name : undefined),
      )
      lines.push({ path, depth, kind: 'close', text: close ?? '', comma })
    }
  }
  write(document, '', 0, false)
  return lines
}

/** The paths of everything that folds, but for the document itself. */
export const foldable = (document: Json): string[] =>
  jsonLines(document, new Set()).flatMap(({ kind, path, depth }) => (kind === 'open' && depth > 0 ? [path] : []))

/** As much of a value as is drawn: a text of a megabyte would stop the page. */
const longText = 2000
export const drawnText = (text: string): string =>
  text.length > longText ? `${text.slice(0, longText)}… ${(text.length - 2).toLocaleString('en')} characters` : text

/** Whether a line has this text, given in lower case, in its key or value. */
export const lineHas = ({ key, kind, text }: JsonLine, needle: string): boolean =>
  key?.toLowerCase().includes(needle) === true || (kind === 'leaf' && text.toLowerCase().includes(needle))

/** Lines of a document that are drawn: from `start` to before `end`. */
export interface LineRange {
  start: number
  end: number
}

/** Drawn at once, and more at a time. */
export const lineStep = 400

/** The range, moved where `line` lies outside of it. */
export const rangeAround = (range: LineRange, line: number): LineRange =>
  line >= range.start && line < range.end
    ? range
    : { start: Math.max(0, line - lineStep / 2), end: line + lineStep / 2 }

/** The paths of arrays that are too long to show at first. */
export const longArrays = (document: Json): string[] =>
  jsonLines(document, new Set())
    .filter(({ kind, value, size = 0 }) => kind === 'open' && Array.isArray(value) && size > longArray)
    .map(({ path }) => path)
