import { mutability } from '../error'
import { isObject, type Json, type JsonObject, keyOf } from '../json'
import { nameOfPlace, valueAtPlace } from '../schema/extension-places'
import type { AttributeDefinition, ExtensionPlace, ResourceType } from '../schema/types'
import { foldAttribute } from './fold-document'
import type { Document } from './read-user'

/**
 * Throws mutability when attributes of extensions that are set once would change, or go (RFC 7644 §3.5.2). What stands in a list
 * is told apart where the list is changed (patch/immutable-parts.ts).
 */
export function checkImmutable(type: ResourceType, before: Document, after: Document): void {
  for (const place of type.places.immutable) {
    const [was, is] = [valueOf(before, place), valueOf(after, place)]
    if (was !== undefined && !(is === undefined && goesWhole(after, place)) && !sameValue(leafOf(place), was, is))
      throw mutability(`${nameOfPlace(place)} is set once: its value can't be changed or removed.`)
  }
}

/**
 * What a PUT makes of them: one that is left out keeps its value, another value is refused (RFC 7644 §3.5.1).
 * @throws ScimError 400 mutability
 */
export function keepImmutable(type: ResourceType, before: Document, after: Document): Document {
  const { immutable } = type.places
  if (immutable.length === 0) return after
  const kept = { ...after }
  for (const place of immutable) {
    const was = valueOf(before, place)
    if (was === undefined || valueOf(kept, place) !== undefined || goesWhole(kept, place)) continue
    const { schema, attribute, sub } = place
    const holder = objectOf(kept[schema.id])
    const value = sub ? { ...objectOf(holder[attribute.name]), [sub.name]: was } : was
    kept[schema.id] = { ...holder, [attribute.name]: value }
  }
  checkImmutable(type, before, kept)
  return kept
}

/** Whether two values of an attribute are the same as it compares them; the order of a list does not count. */
export function sameValue(definition: AttributeDefinition, one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const key = (value: Json) => {
    const folded = foldAttribute(definition, value)
    return Array.isArray(folded) ? folded.map(keyOf).sort().join() : keyOf(folded)
  }
  return key(one) === key(other)
}

const leafOf = ({ attribute, sub }: ExtensionPlace) => sub ?? attribute

/** The value of a place; a part of an attribute with several values has none that could be told. */
function valueOf(document: Document, place: ExtensionPlace): Json | undefined {
  const value = valueAtPlace(document, place)
  const { sub } = place
  return sub ? (isObject(value) ? value[sub.name] : undefined) : value
}

/** A part goes with the whole, which may be taken away. */
const goesWhole = (after: Document, place: ExtensionPlace) =>
  place.sub !== undefined && place.attribute.mutability !== 'immutable' && valueAtPlace(after, place) === undefined

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
