export const MASK = '[redacted]'

/** Names that are never kept, whatever the provider's settings: passwords, tokens, secrets. A secretary is none. */
const SECRET = /password|passwd|token|secret(?!ar)|authorization|api[-_]?key|private[-_]?key/i

/** The names of redacted attributes, to be asked about places in a body. */
export class RedactedNames {
  private readonly wanted: string[][]

  constructor(readonly names: readonly string[]) {
    this.wanted = names.map(segmentsOf)
  }

  /** Whether what stands at a path is left out. Paths are compared from their end: a body may stand anywhere in another. */
  hides(path: readonly string[]): boolean {
    return SECRET.test(path.at(-1) ?? '') || this.wanted.some((segments) => endsWith(path, segments))
  }

  /** The same, or something around it is: a redacted `name` covers `name.familyName`. */
  covers(path: readonly string[]): boolean {
    return path.some((_, index) => this.hides(path.slice(0, index + 1)))
  }

  /** Whether a plain value is left out that stands where a complex one belongs: `"manager": "id"` is its `value`. */
  hidesPlain(path: readonly string[]): boolean {
    return this.hides([...path, 'value'])
  }

  /** Whether a text may hold something to leave out. Escaped letters could spell a name that is not seen here. */
  mayHold(text: string): boolean {
    if (SECRET.test(text) || /\\u/i.test(text)) return true
    if (this.wanted.length === 0) return false
    const folded = text.toLowerCase()
    return this.wanted.some((segments) => {
      const named = segments.at(-1) === 'value' ? segments.slice(0, -1) : segments
      return named.every((segment) => folded.includes(segment))
    })
  }
}

/** The segments of a name, lower-cased, without schema URN: `urn:…:User:manager.displayName` gives two. */
export const segmentsOf = (name: string): string[] =>
  name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .split('.')

const endsWith = (path: readonly string[], tail: readonly string[]) =>
  tail.length <= path.length && tail.every((segment, index) => path[path.length - tail.length + index] === segment)
