import { copyJson, equalJson, isObject, type Json, type JsonObject } from '../json'
import { foldKey } from '../fold'
import type { Change } from './diff'
import type { Document } from './read-user'

/** What was before, and where the later document was not as the changes say it became. */
export interface Undone {
  document: Document
  /** Attributes of those changes, as they are written there. */
  unsure: string[]
}

/**
 * The inverse of `diffDocuments`: the document that `changes` led from to `after`. Values of a list that are told apart
 * by a part (diff.ts) come back in another order, which means nothing (RFC 7643 §2.4); what is empty is no value (§2.5).
 */
export function undoChanges(after: Document, changes: readonly Change[]): Undone {
  const document = copyJson(after)
  const unsure: string[] = []
  for (const group of grouped(changes)) {
    const place = group[0]!.place
    const holder = place.urn === undefined ? document : objectAt(document, place.urn)
    for (const { change, place } of group)
      if (!isSame(valueAt(holder, place), change.after)) unsure.push(change.attribute)
    const before = place.key ? listBefore(holder[place.name], group) : valueBefore(holder[place.name], group[0]!)
    put(holder, place.name, before)
    if (place.urn !== undefined) put(document, place.urn, holder)
  }
  return { document, unsure }
}

interface Place {
  urn?: string
  name: string
  /** The part of a complex attribute, or of the value of a list. */
  part?: string
  /** Which value of a list. */
  key?: { name: string; value: string }
}

interface Placed {
  change: Change
  place: Place
}

/** Changes of one value of a list belong together; every other one stands for itself. */
function grouped(changes: readonly Change[]): Placed[][] {
  const groups = new Map<string, Placed[]>()
  changes.forEach((change, index) => {
    const place = placeOf(change.attribute)
    const { urn, name, key } = place
    const id = key ? JSON.stringify([urn, name, key.name, foldKey(key.value)]) : String(index)
    groups.set(id, [...(groups.get(id) ?? []), { change, place }])
  })
  return [...groups.values()]
}

const IN_LIST = /^([^[]+)\[(type|value) eq ("(?:[^"\\]|\\.)*")\]\.([^.[\]]+)$/s

function placeOf(attribute: string): Place {
  const [, path = attribute, name, literal, part] = IN_LIST.exec(attribute) ?? []
  const key = name && literal ? { key: { name, value: JSON.parse(literal) as string }, part } : {}
  const colon = path.lastIndexOf(':')
  const urn = colon < 0 ? {} : { urn: path.slice(0, colon) }
  const [head = '', ...rest] = path.slice(colon + 1).split('.')
  return { ...urn, name: head, ...(rest.length > 0 && { part: rest.join('.') }), ...key }
}

function valueAt(holder: JsonObject, { name, part, key }: Place): Json | undefined {
  const value = holder[name]
  const element = key && Array.isArray(value) ? value.find((each) => isElement(each, key)) : value
  return part === undefined ? element : isObject(element) ? element[part] : undefined
}

function valueBefore(value: Json | undefined, { change, place }: Placed): Json | undefined {
  if (place.part === undefined) return change.before
  const whole = isObject(value) ? { ...value } : {}
  put(whole, place.part, change.before)
  return whole
}

function listBefore(list: Json | undefined, group: readonly Placed[]): Json[] {
  const elements = Array.isArray(list) ? [...list] : []
  const key = group[0]!.place.key!
  const at = elements.findIndex((each) => isElement(each, key))
  const found = elements[at]
  const element: JsonObject = isObject(found) ? { ...found } : { [key.name]: key.value }
  for (const { change, place } of group) put(element, place.part!, change.before)
  // Nothing of it was there before: what tells it apart is not said by itself (diff.ts).
  const arrived = group.every(({ change }) => change.before === undefined)
  const left = Object.keys(element)
  const gone = left.length === 0 || (arrived && key.name === 'type' && left.length === 1 && left[0] === 'type')
  elements.splice(at < 0 ? elements.length : at, at < 0 ? 0 : 1, ...(gone ? [] : [element]))
  return elements
}

const isElement = (value: Json, key: { name: string; value: string }): boolean => {
  const told = isObject(value) ? value[key.name] : undefined
  return typeof told === 'string' && foldKey(told) === foldKey(key.value)
}

const objectAt = (document: JsonObject, name: string): JsonObject => {
  const value = document[name]
  return isObject(value) ? value : {}
}

/** Sets a value, or takes it away where there is none. */
function put(holder: JsonObject, name: string, value: Json | undefined): void {
  if (isEmpty(value)) delete holder[name]
  else holder[name] = value
}

const isSame = (a: Json | undefined, b: Json | undefined) => equalJson(a, b) || (isEmpty(a) && isEmpty(b))

const isEmpty = (value: Json | undefined): value is undefined =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
