import { type ResourceModel } from './server'
import { findAttribute, type Attribute } from './attribute'

/** A complex multi-valued attribute with `value` and `type`, and two values for it. */
export interface ValuedChoice {
  name: string
  primary: boolean
  types: [string, string]
  value: (text: string) => string
}

const writable = ({ mutability, returned }: Attribute) =>
  mutability === 'readWrite' && (returned === 'default' || returned === 'always')
const isPlainText = (attribute: Attribute) =>
  attribute.type === 'string' &&
  !attribute.multiValued &&
  writable(attribute) &&
  attribute.uniqueness === 'none' &&
  !attribute.required &&
  attribute.returned === 'default' &&
  attribute.canonicalValues.length === 0

// Those that servers are least likely to check or to derive come first.
const TEXTS = ['title', 'nickName', 'displayName', 'userType']

/** Names of single texts that a client may set, none with a meaning that a server might check. */
export function plainTexts({ attributes }: ResourceModel): string[] {
  const usual = TEXTS.map((name) => findAttribute(attributes, name)).filter((found) => found !== undefined)
  const others = attributes.filter(
    ({ name }) =>
      !usual.some((one) => one.name === name) &&
      !/locale|language|zone|url|externalId|userName|password|id/i.test(name),
  )
  return [...usual, ...others].filter(isPlainText).map(({ name }) => name)
}

/** The complex single attribute `name`, or another one, with two texts in it. */
export function complexOf({ attributes }: ResourceModel): { name: string; parts: [string, string] } | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== 'complex' || attribute.multiValued || !writable(attribute)) continue
    const preferred = ['givenName', 'familyName']
    const parts = attribute.subAttributes.filter((sub) => sub.type === 'string' && writable(sub) && !sub.multiValued)
    const names = parts.map(({ name }) => name).filter((name) => name !== 'formatted')
    const [one, two] = [...preferred.filter((name) => names.includes(name)), ...names]
    if (one && two && one !== two) return { name: attribute.name, parts: [one, two] }
  }
  return undefined
}

const VALUED: [string, (text: string) => string][] = [
  ['emails', (text) => `${text}@conformance.example`],
  [
    'phoneNumbers',
    (text) =>
      `+49 30 ${[...text]
        .map((letter) => letter.charCodeAt(0) % 10)
        .join('')
        .slice(-9)}`,
  ],
  ['ims', (text) => text],
]

export function valuedOf({ attributes }: ResourceModel): ValuedChoice | undefined {
  for (const [name, value] of VALUED) {
    const attribute = findAttribute(attributes, name)
    if (!attribute?.multiValued || !writable(attribute)) continue
    const sub = (part: string) => findAttribute(attribute.subAttributes, part)
    const type = sub('type')
    if (!sub('value') || !type || !writable(type)) continue
    const [one = 'work', two = 'home'] = ['work', 'home', ...type.canonicalValues].filter(
      (word, index, all) =>
        all.indexOf(word) === index && (type.canonicalValues.length === 0 || type.canonicalValues.includes(word)),
    )
    if (one === two) continue
    return { name: attribute.name, primary: sub('primary') !== undefined, types: [one, two], value }
  }
  return undefined
}
