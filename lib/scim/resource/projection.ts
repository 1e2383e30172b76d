import { isObject, type Json, type JsonObject } from '../json'
import { nameAttr } from '../path/resolve'
import type { Registry, ResourceTypeName } from '../schema/types'

/** Names of a rendered resource, level by level; `true` means the whole of it. */
export type Selection = ReadonlyMap<string, true | Selection>
type OpenSelection = Map<string, true | OpenSelection>

/** What an answer shows (RFC 7644 §3.9). */
export interface Projection {
  attributes?: Selection
  excluded?: Selection
  /** Whether the client said anything. */
  asked: boolean
  /** Whether an attribute of the top level appears in the answer, in whole or in part. */
  wants(name: string): boolean
}

/** Everything that is returned by default. */
export const EVERYTHING: Projection = { asked: false, wants: () => true }

/** Reads `attributes` and `excludedAttributes` of a query. Names that nothing has select nothing. */
export function readProjection(registry: Registry, type: ResourceTypeName, params: URLSearchParams): Projection {
  return makeProjection(registry, type, names(params.get('attributes')), names(params.get('excludedAttributes')))
}

/** The projection for lists of names. Where both are given, the second takes away from the first. */
export function makeProjection(
  registry: Registry,
  type: ResourceTypeName,
  included: readonly string[],
  excludedNames: readonly string[],
): Projection {
  const attributes = included.length ? select(registry, type, included) : undefined
  const excluded = excludedNames.length ? select(registry, type, excludedNames) : undefined
  if (!attributes && !excluded) return EVERYTHING
  return {
    ...(attributes ? { attributes } : {}),
    ...(excluded ? { excluded } : {}),
    asked: true,
    wants: (name) => isAlways(name) || ((!attributes || attributes.has(name)) && excluded?.get(name) !== true),
  }
}

/** The part of a rendered resource that a projection shows. `id` and `schemas` are always returned. */
export function project(resource: JsonObject, projection: Projection): JsonObject {
  const { attributes, excluded } = projection
  if (!attributes && !excluded) return resource
  const shown: JsonObject = {}
  for (const name of Object.keys(resource)) {
    let value: Json | undefined = resource[name]
    if (!isAlways(name)) {
      if (attributes) value = pick(value, attributes.get(name))
      if (excluded) value = omit(value, excluded.get(name))
    }
    if (value !== undefined) shown[name] = value
  }
  return shown
}

function names(list: string | null): string[] {
  return list?.split(/[\s,]+/).filter(Boolean) ?? []
}

/** RFC 7643 §3.1 and §3: returned whatever is asked. */
function isAlways(name: string): boolean {
  return name === 'id' || name === 'schemas'
}

function select(registry: Registry, type: ResourceTypeName, list: readonly string[]): Selection {
  const selection: OpenSelection = new Map()
  for (const text of list) {
    const named = nameAttr(registry, type, text)
    if (!named) continue
    const { schema, extension, attribute, sub } = named
    if (!attribute && !extension) {
      for (const each of schema.attributes) selection.set(each.name, true)
      continue
    }
    const pointer = [
      ...(extension ? [schema.id] : []),
      ...(attribute ? [attribute.name] : []),
      ...(sub ? [sub.name] : []),
    ]
    addTo(selection, pointer)
  }
  return selection
}

function addTo(selection: OpenSelection, [name, ...rest]: string[]): void {
  if (name === undefined) return
  const present = selection.get(name)
  if (present === true) return
  if (rest.length === 0) {
    selection.set(name, true)
    return
  }
  const inner: OpenSelection = present ?? new Map()
  selection.set(name, inner)
  addTo(inner, rest)
}

function pick(value: Json | undefined, selection: true | Selection | undefined): Json | undefined {
  if (selection === undefined || value === undefined) return undefined
  if (selection === true) return value
  return narrow(value, (name, inner) => pick(inner, selection.get(name)))
}

function omit(value: Json | undefined, selection: true | Selection | undefined): Json | undefined {
  if (selection === true || value === undefined) return undefined
  if (selection === undefined) return value
  return narrow(value, (name, inner) => omit(inner, selection.get(name)))
}

/** Rebuilds an object, or each of a list, from parts; undefined when nothing is left. */
function narrow(value: Json, part: (name: string, inner: Json) => Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    const kept = value.flatMap((element) => narrow(element, part) ?? [])
    return kept.length ? kept : undefined
  }
  if (!isObject(value)) return undefined
  const kept: JsonObject = {}
  for (const name of Object.keys(value)) {
    const inner = part(name, value[name]!)
    if (inner !== undefined) kept[name] = inner
  }
  return Object.keys(kept).length ? kept : undefined
}
