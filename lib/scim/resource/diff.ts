import { equalJson, isObject, type Json, type JsonObject } from '../json'
import { foldKey } from '../fold'
import type { Document } from './read-user'

/** One attribute that changed; a missing side is no value. */
export interface Change {
  /** A path such as active, name.givenName, emails[type eq "work"].value or urn:…:User:department. */
  attribute: string
  before?: Json
  after?: Json
}

/** What changed between two documents, leaf by leaf, in the order of the later one. */
export function diffDocuments(before: Document, after: Document): Change[] {
  const changes: Change[] = []
  for (const name of namesOf(after, before)) {
    if (!name.includes(':')) diffAttribute(name, before[name], after[name], changes)
    else {
      const [left, right] = [objectOf(before[name]), objectOf(after[name])]
      for (const inner of namesOf(right, left)) diffAttribute(`${name}:${inner}`, left[inner], right[inner], changes)
    }
  }
  return changes
}

function diffAttribute(path: string, before: Json | undefined, after: Json | undefined, changes: Change[]): void {
  if (equalJson(before, after)) return
  if (Array.isArray(before) || Array.isArray(after)) {
    diffLists(path, Array.isArray(before) ? before : [], Array.isArray(after) ? after : [], changes)
  } else if (isObject(before) || isObject(after)) {
    diffParts(path, objectOf(before), objectOf(after), changes)
  } else {
    changes.push(change(path, before, after))
  }
}

function diffParts(path: string, before: JsonObject, after: JsonObject, changes: Change[]): void {
  for (const name of namesOf(after, before)) {
    if (!equalJson(before[name], after[name])) changes.push(change(`${path}.${name}`, before[name], after[name]))
  }
}

/** Values are told apart by their type, else by their value; where neither is unique, the lists are shown whole. */
function diffLists(path: string, before: Json[], after: Json[], changes: Change[]): void {
  const key = ['type', 'value'].find((name) => isKey(name, before) && isKey(name, after))
  if (key === undefined) {
    changes.push(change(path, before.length ? before : undefined, after.length ? after : undefined))
    return
  }
  const [left, right] = [byKey(key, before), byKey(key, after)]
  for (const id of new Set([...right.keys(), ...left.keys()])) {
    const [old, now] = [left.get(id), right.get(id)]
    const shown = (now ?? old)![key]!
    const label = `${path}[${key} eq ${JSON.stringify(shown)}]`
    for (const name of partsOf(key, old, now)) changes.push(change(`${label}.${name}`, old?.[name], now?.[name]))
  }
}

/**
 * The parts that differ. The type of a value that comes or goes says nothing new beside its other parts, for it tells the
 * value apart; of one that had nothing else it is named, so that undo.ts knows that the value itself was there.
 */
function partsOf(key: string, old: JsonObject | undefined, now: JsonObject | undefined): string[] {
  const parts = namesOf(now ?? {}, old ?? {}).filter((name) => !equalJson(old?.[name], now?.[name]))
  if (old && now) {
    const bare = key === 'type' && [old, now].some((each) => Object.keys(each).length === 1)
    return bare && parts.length > 0 && !parts.includes(key) ? [...parts, key] : parts
  }
  const telling = parts.filter((name) => name !== key)
  return key === 'type' && telling.length > 0 ? telling : parts
}

function isKey(name: string, elements: Json[]): boolean {
  const keys = elements.map((element) =>
    isObject(element) && typeof element[name] === 'string' ? foldKey(element[name]) : undefined,
  )
  return !keys.includes(undefined) && new Set(keys).size === keys.length
}

function byKey(name: string, elements: Json[]): Map<string, JsonObject> {
  return new Map(elements.filter(isObject).map((element) => [foldKey(String(element[name])), element]))
}

function change(attribute: string, before: Json | undefined, after: Json | undefined): Change {
  return { attribute, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

function namesOf(first: JsonObject, second: JsonObject): string[] {
  return [...new Set([...Object.keys(first), ...Object.keys(second)])]
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
