import { invalidValue } from '../../error'
import { isObject, type Json, type JsonObject } from '../../json'
import { allows, type Leniency, type Reading } from './leniency'

/** Interop: more than one value marked primary (RFC 7643 §2.4 allows one): the first keeps the mark. */
export const severalPrimaries: Leniency = {
  code: 'several-primaries',
  title: 'Of several primary values the first counts',
  clients: ['HR-driven mappings', 'hand-written scripts'],
}

/** Leaves one value primary in what one request sends. Throws invalidValue in Strict. */
export function keepFirstPrimary(elements: Json[], path: string, reading: Reading): void {
  const primaries = elements.filter((element): element is JsonObject => isObject(element) && element.primary === true)
  if (primaries.length < 2) return
  const detail = `${primaries.length} values were sent as primary; only the first is.`
  if (!allows(reading, severalPrimaries, detail, path)) {
    throw invalidValue(`${path} has ${primaries.length} values marked primary. At most one may be.`)
  }
  for (const element of primaries.slice(1)) element.primary = false
}
