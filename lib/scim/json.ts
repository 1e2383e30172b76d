export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

/** True for a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value by its name, in any case (RFC 7643 §2.1). The exact spelling is tried first. */
export function valueOf(object: JsonObject, name: string): Json | undefined {
  if (Object.hasOwn(object, name)) return object[name]
  const wanted = name.toLowerCase()
  const key = Object.keys(object).find((each) => each.toLowerCase() === wanted)
  return key === undefined ? undefined : object[key]
}

/** A deep copy of a JSON value. Documents are small, so this is quicker than structuredClone. */
export function copyJson<T extends Json>(value: T): T
export function copyJson(value: Json): Json {
  if (Array.isArray(value)) return value.map((element) => copyJson(element))
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const name of Object.keys(value)) copy[name] = copyJson(value[name]!)
  return copy
}

/** Equality of JSON values; the order of names in an object does not count. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, index) => equalJson(element, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]))
  )
}

/** A text that equal values share, whatever the order of names in their objects. */
export function keyOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(value[name]!)}`).join()}}`
}

/** The values without repetitions, the first of equal ones kept. */
export function distinct(values: Json[]): Json[] {
  if (values.length < 2) return values
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = keyOf(value)
    return !seen.has(key) && seen.add(key)
  })
}

/** What a received value is, in words for an error text: `a list`, `the text "abc"`, `the number 3`, `nothing (null)`. */
export function describeJson(value: unknown): string {
  if (value === null || value === undefined) return 'nothing (null)'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') {
    if (value === '') return 'an empty text'
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)}`
  }
  return typeof value === 'boolean' ? `the boolean ${value}` : `the number ${String(value)}`
}
