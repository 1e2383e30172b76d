import type { AttributeDefinition, SchemaDefinition } from './types'

const maps = new WeakMap<object, ReadonlyMap<string, AttributeDefinition>>()

/** A sub-attribute by its name in any case (RFC 7643 §2.1: names are case-insensitive). */
export function subAttribute(attribute: AttributeDefinition, name: string): AttributeDefinition | undefined {
  return attribute.subAttributes && mapOf(attribute, attribute.subAttributes).get(name.toLowerCase())
}

/** An attribute of a schema by its name in any case. */
export function schemaAttribute(schema: SchemaDefinition, name: string): AttributeDefinition | undefined {
  return mapOf(schema, schema.attributes).get(name.toLowerCase())
}

function mapOf(owner: object, definitions: AttributeDefinition[]): ReadonlyMap<string, AttributeDefinition> {
  let map = maps.get(owner)
  if (!map) {
    map = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]))
    maps.set(owner, map)
  }
  return map
}
