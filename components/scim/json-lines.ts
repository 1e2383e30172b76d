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

/** The paths of arrays that are too long to show at first. */
export const longArrays = (document: Json): string[] =>
  jsonLines(document, new Set())
    .filter(({ kind, value, size = 0 }) => kind === 'open' && Array.isArray(value) && size > longArray)
    .map(({ path }) => path)
