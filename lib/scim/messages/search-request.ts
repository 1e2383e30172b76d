import { invalidSyntax, invalidValue, payloadTooLarge } from '../error'
import { describeJson, isObject, type Json, valueOf } from '../json'
import { describeBytes, limits } from '../limits'
import { type Note, takeNotes } from '../notes'
import { allows, type Reading } from '../patch/quirks/leniency'
import { withoutFilters } from '../patch/quirks/filter-in-attributes'
import { checkSchemas } from '../patch/quirks/missing-schemas'
import { singleForList } from '../patch/quirks/single-for-list'
import type { Registry } from '../schema/types'
import { SEARCH_REQUEST_URN } from '../schema/urns'

type Reader = (name: string, value: Json, reading: Reading) => string

const PARTS = new Map<string, Reader>([
  ['filter', readText],
  ['sortBy', readText],
  ['sortOrder', readText],
  ['startIndex', readNumber],
  ['count', readNumber],
  ['cursor', readText],
  ['attributes', (name, value, reading) => withoutFilters(readNames(name, value, reading), reading)],
  ['excludedAttributes', readNames],
])
const known = new Set([...PARTS.keys()].map((name) => name.toLowerCase()))

/**
 * Reads a SearchRequest (RFC 7644 §3.4.3, RFC 9865 §3) as the parameters of the GET that asks the same. Names are read in any case,
 * null is no value, and a name that the message does not have is ignored as in a URL. Throws invalidSyntax for another structure and
 * for a body of such names alone; invalidValue naming what is of the wrong type; payloadTooLarge for a part that no URL could hold.
 */
export function readSearchRequest(
  registry: Registry,
  body: unknown,
): { params: URLSearchParams; notes: readonly Note[] } {
  const notes = takeNotes()
  const reading: Reading = { strict: registry.rules.strict, notes }
  if (!isObject(body))
    throw invalidSyntax(`The body must be a SearchRequest message, but ${describeJson(body)} was sent.`)
  checkSchemas(valueOf(body, 'schemas'), SEARCH_REQUEST_URN, reading)
  const names = Object.keys(body).filter((name) => name.toLowerCase() !== 'schemas')
  const strangers = names.filter((name) => !known.has(name.toLowerCase()))
  const [first] = strangers
  if (first !== undefined && strangers.length === names.length)
    throw invalidSyntax(
      `A SearchRequest may have ${[...PARTS.keys()].join(', ')}, but ${describeJson(first)} was sent as a name.`,
    )
  for (const name of strangers) notes.add('unknown-attribute', 'Ignored: a SearchRequest has no such part.', name)
  const params = new URLSearchParams()
  for (const [name, read] of PARTS) {
    const value = valueOf(body, name)
    if (value === undefined || value === null) continue
    const text = read(name, value, reading)
    if (text.length > limits.urlBytes)
      throw payloadTooLarge(`${name} is longer than ${describeBytes(limits.urlBytes)}. Ask for less at a time.`)
    params.set(name, text)
  }
  return { params, notes: notes.list }
}

function readText(name: string, value: Json): string {
  if (typeof value === 'string') return value
  throw invalidValue(`${name} must be a text, but ${describeJson(value)} was sent.`)
}

function readNumber(name: string, value: Json): string {
  if (Number.isInteger(value)) return BigInt(value as number).toString()
  throw invalidValue(`${name} must be a whole number, but ${describeJson(value)} was sent.`)
}

function readNames(name: string, value: Json, reading: Reading): string {
  if (typeof value === 'string' && allows(reading, singleForList, 'One text was read as a list of names.', name))
    return value
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(',')
  throw invalidValue(`${name} must be a list of attribute names, but ${describeJson(value)} was sent.`)
}
