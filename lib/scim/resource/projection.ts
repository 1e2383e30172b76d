import { equalJson, type Json, type JsonObject } from '../json'
import { nameAttr } from '../path/resolve'
import { pointerOfPlace, valueAtPlace } from '../schema/extension-places'
import type { AttributeDefinition, ExtensionPlace, Registry, ResourceTypeName } from '../schema/types'

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

/** A write whose answer is shown: what it says of attributes that are returned on request alone is returned (RFC 7643 §7). */
export interface ShownChange {
  before?: JsonObject
  after: JsonObject
}

/** Reads `attributes` and `excludedAttributes` of a query. Names that nothing has select nothing. */
export function readProjection(
  registry: Registry,
  type: ResourceTypeName,
  params: URLSearchParams,
  change?: ShownChange,
): Projection {
  // Some programs repeat the parameter for each name, in place of a list with commas.
  const said = (parameter: string) => params.getAll(parameter).join()
  return makeProjection(registry, type, names(said('attributes')), names(said('excludedAttributes')), change)
}

/** The projection for lists of names. Where both are given, the second takes away from the first. */
export function makeProjection(
  registry: Registry,
  type: ResourceTypeName,
  included: readonly string[],
  excludedNames: readonly string[],
  change?: ShownChange,
): Projection {
  const { always, request } = registry[type].places
  const attributes = included.length ? select(registry, type, included) : undefined
  const excluded = select(registry, type, excludedNames)
  if (attributes) for (const place of always) addTo(attributes, pointerOfPlace(place))
  else for (const place of request) if (!isSaid(place, change)) addTo(excluded, pointerOfPlace(place))
  for (const place of always) spare(excluded, place)
  if (!attributes && excluded.size === 0) return EVERYTHING
  return {
    ...(attributes ? { attributes } : {}),
    ...(excluded.size ? { excluded } : {}),
    asked: included.length + excludedNames.length > 0,
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

function names(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean)
}

/** RFC 7643 §3.1 and §3: returned whatever is asked. */
function isAlways(name: string): boolean {
  return name === 'id' || name === 'schemas'
}

const isSaid = (place: ExtensionPlace, change: ShownChange | undefined) =>
  change !== undefined && !equalJson(valueAtPlace(change.before ?? {}, place), valueAtPlace(change.after, place))

/** Takes what is always returned out of what is left out. */
function spare(excluded: OpenSelection, { schema, attribute, sub }: ExtensionPlace): void {
  open(excluded, schema.id, schema.attributes)
  const inSchema = excluded.get(schema.id)
  if (inSchema === undefined || inSchema === true) return
  if (sub) {
    open(inSchema, attribute.name, attribute.subAttributes!)
    const parts = inSchema.get(attribute.name)
    if (parts instanceof Map) parts.delete(sub.name)
  } else if (inSchema.get(attribute.name) === true) inSchema.delete(attribute.name)
}

/** Names the parts of what was selected as a whole. */
function open(selection: OpenSelection, name: string, parts: readonly AttributeDefinition[]): void {
  if (selection.get(name) === true) selection.set(name, new Map(parts.map((part) => [part.name, true])))
}

function select(registry: Registry, type: ResourceTypeName, list: readonly string[]): OpenSelection {
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

/** Adds a way down that names one thing at least. */
function addTo(selection: OpenSelection, pointer: string[]): void {
  const [name, ...rest] = pointer as [string, ...string[]]
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
  // Only what has parts is selected by parts.
  const object = value as JsonObject
  const kept: JsonObject = {}
  for (const name of Object.keys(object)) {
    const inner = part(name, object[name]!)
    if (inner !== undefined) kept[name] = inner
  }
  return Object.keys(kept).length ? kept : undefined
}
