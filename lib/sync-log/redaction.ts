import { type Change, type Json, type JsonObject, type Note, isObject } from '@/lib/scim'
import { redactFilter, redactPath, segmentsAt } from './redacted-filter'
import { MASK, RedactedNames } from './redacted-names'

/**
 * Leaves passwords, tokens and a provider's redacted attributes out of what the log keeps of one call: wherever they stand, as
 * names, as dotted or URN-qualified names, as the path of a PATCH operation (also inside Bulk), or as a literal in a filter. What
 * was left out of body and URL is left out of the texts about them too, which quote values: so begin with these two.
 */
export class Redaction {
  private readonly names: RedactedNames
  private readonly found = new Set<string>()

  constructor(names: readonly string[]) {
    this.names = new RedactedNames(names)
  }

  /** Whether an attribute of the resource itself is left out. */
  hides = (attribute: string) => this.names.covers(attribute.toLowerCase().split('.'))

  mayHold = (text: string) => this.names.mayHold(text)

  /** A JSON body, or the value of an attribute at a path. */
  json(value: Json, path: readonly string[] = []): Json {
    if (Array.isArray(value)) return value.map((element) => this.json(element, path))
    if (!isObject(value)) return path.length && this.names.hidesPlain(path) ? this.mask(value) : value
    const target = patchPath(value)
    if (target !== undefined) return this.operation(value, target, path)
    const result: [string, Json][] = []
    for (const [name, inner] of Object.entries(value)) {
      const here = [...path, ...segmentsAt(name)]
      result.push([this.path(name), this.names.covers(here) ? this.mask(inner) : this.json(inner, here)])
    }
    return Object.fromEntries(result)
  }

  /** A URL with its query; as it came where nothing is left out. */
  url(url: string): string {
    const cut = url.indexOf('?')
    if (cut < 0) return url
    const query = [...new URLSearchParams(url.slice(cut + 1))]
    if (!this.names.mayHold(query.flat().join(' '))) return url
    const parts = query.map(([name, value]) => {
      const shown = this.names.hides([name.toLowerCase()])
        ? this.mask(value)
        : name.toLowerCase() === 'filter'
          ? redactFilter(value, this.names, this.keep)
          : value
      return `${encodeURIComponent(name)}=${encodeURIComponent(String(shown))}`
    })
    return `${url.slice(0, cut)}?${parts.join('&')}`
  }

  /** Changes: that something changed is kept. */
  changes(changes: readonly Change[]): Change[] {
    return changes.map(({ attribute, before, after }) => {
      const path = segmentsAt(attribute)
      const hidden = this.names.covers(path)
      const value = (given: Json) => (hidden ? this.mask(given) : this.json(given, path))
      return {
        attribute: this.path(attribute),
        ...(before === undefined ? {} : { before: value(before) }),
        ...(after === undefined ? {} : { after: value(after) }),
      }
    })
  }

  notes(notes: readonly Note[]): Note[] {
    return notes.map((note) => ({
      ...note,
      detail: this.text(note.detail),
      ...(note.path === undefined ? {} : { path: this.text(this.path(note.path)) }),
    }))
  }

  /** A text for people, which may quote what was sent. */
  text(text: string): string {
    if (this.found.size > MOST_FOUND) return text.replace(/"[^"]*"?|\S*\d\S*/g, MASK)
    let shown = text
    for (const value of this.found) shown = without(shown, value)
    return shown
  }

  private path = (text: string) => redactPath(text, this.names, this.keep)

  private operation(operation: JsonObject, target: string, path: readonly string[]): Json {
    const segments = segmentsAt(target)
    const hidden = this.names.covers(segments)
    const result: [string, Json][] = []
    for (const [name, inner] of Object.entries(operation)) {
      const key = name.toLowerCase()
      const here = [...path, key]
      if (this.names.hides(here)) result.push([name, this.mask(inner)])
      else if (key === 'value') result.push([name, hidden ? this.mask(inner) : this.json(inner, segments)])
      else if (key === 'path') result.push([name, this.path(target)])
      else result.push([name, this.json(inner, here)])
    }
    return Object.fromEntries(result)
  }

  private mask(value: Json): Json {
    if (Array.isArray(value)) value.forEach((each) => this.mask(each))
    else if (isObject(value)) Object.values(value).forEach((each) => this.mask(each))
    else this.keep(value)
    // No value is no secret, and says that something was removed.
    return value === null ? null : MASK
  }

  private keep = (value: unknown) => {
    if (typeof value === 'string' && value !== '' && value !== MASK) this.found.add(value)
    else if (typeof value === 'number') this.found.add(String(value))
  }
}

/** With more values it is quicker to leave out whatever is quoted. */
const MOST_FOUND = 500
/** Shorter values may be part of any word. */
const TELLING = 4
/** So many characters of a value tell it: texts quote the beginning of a long one. */
const BEGINNING = 8

function without(text: string, value: string): string {
  const quoted = JSON.stringify(value)
  if (value.length < TELLING) {
    const shown = text.replaceAll(quoted, `"${MASK}"`)
    return /^\d+$/.test(value) ? shown.replace(new RegExp(`\\b${value}\\b`, 'g'), MASK) : shown
  }
  const escaped = quoted.slice(1, -1)
  const shown = withoutRuns(text, value)
  return escaped === value ? shown : withoutRuns(shown, escaped)
}

function withoutRuns(text: string, value: string): string {
  const beginning = value.slice(0, BEGINNING)
  let shown = ''
  let from = 0
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
    let end = at + beginning.length
    while (end - at < value.length && text[end] === value[end - at]) end++
    shown += text.slice(from, at) + MASK
    from = end
  }
  return shown + text.slice(from)
}

/** The path of a PATCH operation, in whatever case its names come. */
function patchPath(value: JsonObject): string | undefined {
  const names = Object.keys(value)
  if (!names.some((name) => name.toLowerCase() === 'op')) return undefined
  const path = value[names.find((name) => name.toLowerCase() === 'path') ?? '']
  return typeof path === 'string' ? path : undefined
}
