import { isObject, type Json, type JsonObject } from '../json'

/** An attribute's characteristics as `/Schemas` declares them (RFC 7643 §7), with the defaults of RFC 7643 §2.2. */
export interface Attribute {
  name: string
  type: string
  multiValued: boolean
  required: boolean
  caseExact: boolean
  mutability: string
  returned: string
  uniqueness: string
  canonicalValues: string[]
  subAttributes: Attribute[]
}

/** Characteristics that are not stated are those of RFC 7643 §2.2. */
export function attributeOf(stated: JsonObject): Attribute {
  const word = (name: string, otherwise: string) =>
    typeof stated[name] === 'string' ? (stated[name] as string) : otherwise
  const subAttributes = stated['subAttributes']
  const canonical = stated['canonicalValues']
  return {
    name: word('name', ''),
    type: word('type', 'string'),
    multiValued: stated['multiValued'] === true,
    required: stated['required'] === true,
    caseExact: stated['caseExact'] === true,
    mutability: word('mutability', 'readWrite'),
    returned: word('returned', 'default'),
    uniqueness: word('uniqueness', 'none'),
    canonicalValues: Array.isArray(canonical) ? canonical.filter((value) => typeof value === 'string') : [],
    subAttributes: Array.isArray(subAttributes) ? subAttributes.filter(isObject).map(attributeOf) : [],
  }
}

/** The attribute at a dotted path such as `name.familyName`; names are compared without case (RFC 7643 §2.1). */
export function findAttribute(attributes: Attribute[], path: string): Attribute | undefined {
  const [first, ...rest] = path.split('.')
  const found = attributes.find(({ name }) => same(name, first))
  return found && rest.length > 0 ? findAttribute(found.subAttributes, rest.join('.')) : found
}

/** Names and URNs are compared without case (RFC 7643 §2.1). */
export const same = (one: Json | undefined, other: string | undefined) =>
  typeof one === 'string' && one.toLowerCase() === other?.toLowerCase()
