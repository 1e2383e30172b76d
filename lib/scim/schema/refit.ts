import type { Json, JsonObject } from '../json'
import { isOwnReference } from '../resource/read-value'
import { schemaAttribute, subAttribute } from './sub-attributes'
import type { AttributeDefinition, SchemaDefinition } from './types'

const isKept = (definition: AttributeDefinition) => definition.returned !== 'never' && !isOwnReference(definition)

/** Whether values of one definition are values of the other too. */
const fits = (was: AttributeDefinition, is: AttributeDefinition | undefined): is is AttributeDefinition =>
  is !== undefined && is.type === was.type && is.multiValued === was.multiValued && isKept(is) === isKept(was)

/**
 * Where stored values have no place any more when a schema becomes another, or goes (undefined): below the schema's URN, as paths
 * from attribute to part. What is left out keeps its values.
 */
export function lostPlaces(was: SchemaDefinition, is: SchemaDefinition | undefined): string[][] {
  if (!is) return [[]]
  return was.attributes.flatMap((attribute) => {
    const next = schemaAttribute(is, attribute.name)
    if (!fits(attribute, next)) return [[attribute.name]]
    return (attribute.subAttributes ?? [])
      .filter((sub) => !fits(sub, subAttribute(next, sub.name)))
      .map((sub) => [attribute.name, sub.name])
  })
}

/** What an extension holds, as the other schema has it; undefined where nothing is left. */
export function refit(
  value: JsonObject,
  was: SchemaDefinition,
  is: SchemaDefinition | undefined,
): JsonObject | undefined {
  const kept: JsonObject = {}
  for (const attribute of is ? was.attributes : []) {
    const next = schemaAttribute(is!, attribute.name)
    const held = value[attribute.name]
    const fitted = held === undefined || !fits(attribute, next) ? undefined : refitValue(held, attribute, next)
    if (fitted !== undefined) kept[next!.name] = fitted
  }
  return Object.keys(kept).length ? kept : undefined
}

function refitValue(value: Json, was: AttributeDefinition, is: AttributeDefinition): Json | undefined {
  if (was.type !== 'complex') return value
  if (Array.isArray(value)) {
    const kept = value.flatMap((each) => refitValue(each, was, is) ?? [])
    return kept.length ? kept : undefined
  }
  const kept: JsonObject = {}
  for (const sub of was.subAttributes!) {
    const next = subAttribute(is, sub.name)
    const held = (value as JsonObject)[sub.name]
    if (held !== undefined && fits(sub, next)) kept[next.name] = held
  }
  return Object.keys(kept).length ? kept : undefined
}
