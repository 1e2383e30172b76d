import { isObject, type Json, type JsonObject } from '../json'
import type { AttributeDefinition, ExtensionPlace, ExtensionPlaces, SchemaDefinition } from './types'

/** The attributes of extensions that are required, immutable, or returned otherwise than by default. */
export function placesOf(extensions: readonly SchemaDefinition[]): ExtensionPlaces {
  const all = extensions.flatMap((schema) =>
    schema.attributes.flatMap((attribute): ExtensionPlace[] => [
      { schema, attribute },
      ...(attribute.subAttributes ?? []).map((sub) => ({ schema, attribute, sub })),
    ]),
  )
  const those = (has: (leaf: AttributeDefinition) => boolean) =>
    all.filter(({ attribute, sub }) => has(sub ?? attribute))
  return {
    required: those(({ required }) => required),
    immutable: those(({ mutability }) => mutability === 'immutable'),
    always: those(({ returned }) => returned === 'always'),
    request: those(({ returned }) => returned === 'request'),
  }
}

/** The name of a place as paths have it: `urn:…:User:desk.floor`. */
export const nameOfPlace = ({ schema, attribute, sub }: ExtensionPlace) =>
  `${schema.id}:${attribute.name}${sub ? `.${sub.name}` : ''}`

/** Where the value of a place stands in a document. */
export const pointerOfPlace = ({ schema, attribute, sub }: ExtensionPlace) => [
  schema.id,
  attribute.name,
  ...(sub ? [sub.name] : []),
]

/** The value of an extension's attribute, without regard to a part. */
export function valueAtPlace(document: JsonObject, { schema, attribute }: ExtensionPlace): Json | undefined {
  const holder = document[schema.id]
  return isObject(holder) ? holder[attribute.name] : undefined
}
