import { type Document, type Json, type JsonObject, isObject, payloadTooLarge } from '@/lib/scim'

/** Code points of a lexeme. PostgreSQL takes 2,046 bytes; what is cut is compared with the document all the same. */
const LONGEST = 200
/** Bytes of all lexemes of a row together, of which PostgreSQL takes 1,048,575. */
const MOST_BYTES = 1_000_000

/**
 * What the index of a document's values holds: `path value` for every text, number and boolean, wherever it stands in a
 * list. A whole value is found by its lexeme, a beginning by a prefix of it.
 * @throws ScimError 413 when they are more than a row can hold
 */
export function lexemesOf(folded: Document): string[] {
  const found = new Set<string>()
  collect(folded, '', found)
  let bytes = 0
  for (const lexeme of found) bytes += Buffer.byteLength(lexeme)
  if (bytes <= MOST_BYTES) return [...found]
  throw payloadTooLarge(
    `The values of one resource can have ${MOST_BYTES / 1_000} kB in all by which they are found. Send fewer, or shorter ones.`,
  )
}

function collect(value: Json, path: string, found: Set<string>) {
  if (Array.isArray(value)) for (const element of value) collect(element, path, found)
  else if (isObject(value)) collectParts(value, path, found)
  else if (value !== null) found.add(lexeme(path, value))
}

function collectParts(value: JsonObject, path: string, found: Set<string>) {
  for (const [name, part] of Object.entries(value)) collect(part, path === '' ? name : `${path}.${name}`, found)
}

/** A space stands in no attribute's name and no URN, so that path and value can't be taken for another pair. */
const lexeme = (path: string, value: string | number | boolean) => cut(`${path} ${value}`)

function cut(text: string): string {
  if (text.length <= LONGEST) return text
  return Array.from(text.slice(0, 2 * LONGEST))
    .slice(0, LONGEST)
    .join('')
}

/** A tsquery that finds the rows in which something at `pointer` has this value, or begins so, and few others. */
export function lexemeQuery(pointer: readonly string[], value: string | number | boolean, prefix: boolean): string {
  const quoted = lexeme(pointer.join('.'), value).replace(/['\\]/g, '$&$&')
  return `'${quoted}'${prefix ? ':*' : ''}`
}
