import { describeJson, isObject, type Json } from '../json'
import { Characteristics, MOST_CHARACTERS } from './characteristics'
import type { FaultSink } from './faults'
import type { AttributeDefinition, AttributeType, Mutability, Returned, Uniqueness } from './types'

const TYPES: readonly AttributeType[] = [
  'string',
  'boolean',
  'decimal',
  'integer',
  'dateTime',
  'binary',
  'reference',
  'complex',
]
const MUTABILITIES: readonly Mutability[] = ['readWrite', 'readOnly', 'immutable', 'writeOnly']
const RETURNED: readonly Returned[] = ['default', 'always', 'request', 'never']
const UNIQUENESS: readonly Uniqueness[] = ['none', 'server', 'global']

/** Reads one attribute's definition; `inside` says that it is a sub-attribute. What is wrong goes to `faults`. */
export function readAttribute(given: Json, place: string, inside: boolean, faults: FaultSink): AttributeDefinition {
  const object = isObject(given) ? given : {}
  if (!isObject(given)) faults.add(place, `An attribute is an object with a name, but this is ${describeJson(given)}.`)
  const read = new Characteristics(object, place, faults)
  read.checkNames()
  const type = read.oneOf('type', TYPES, 'string')
  const multiValued = read.flag('multiValued')
  const mutability = read.oneOf('mutability', MUTABILITIES, 'readWrite')
  const definition: AttributeDefinition = {
    name: readName(read, inside, isObject(given)),
    type,
    multiValued,
    description: read.text('description'),
    required: read.flag('required'),
    // RFC 7643 §2.3.6 and §2.3.7: binary data and references are compared exactly, whatever is said.
    caseExact: read.flag('caseExact') || type === 'binary' || type === 'reference',
    mutability,
    returned: read.oneOf('returned', RETURNED, mutability === 'writeOnly' ? 'never' : 'default'),
    uniqueness: read.oneOf('uniqueness', UNIQUENESS, 'none'),
    ...listsOf(read, type),
  }
  const subAttributes = readSubAttributes(read, definition, inside)
  checkTogether(definition, read)
  if (!subAttributes) return definition
  // Parts of what is never returned are not returned either.
  const hidden = definition.returned === 'never'
  return { ...definition, subAttributes: hidden ? subAttributes.map(neverReturned) : subAttributes }
}

const neverReturned = (sub: AttributeDefinition): AttributeDefinition => ({ ...sub, returned: 'never' })

/** RFC 7643 §2.1: `ATTRNAME = ALPHA *(nameChar)`; `$ref` is the one exception that the RFC itself makes (§2.4). */
function readName(read: Characteristics, inside: boolean, said: boolean): string {
  const name = read.value('name')
  if (name === undefined || name === null || name === '') {
    if (said) read.fault('name', 'An attribute needs a name.')
  } else if (typeof name !== 'string') read.fault('name', `A name is text, but this is ${describeJson(name)}.`)
  else if (name.length > MOST_CHARACTERS) read.fault('name', `A name has at most ${MOST_CHARACTERS} characters.`)
  else if (!/^[A-Za-z][\w$-]*$/.test(name) && !(inside && name === '$ref'))
    read.fault('name', `${JSON.stringify(name)} must begin with a letter and hold letters, digits, - _ and $ only.`)
  else if (name in {})
    read.fault('name', `"${name}" is taken by the language this server is written in. Choose another name.`)
  return typeof name === 'string' ? name : ''
}

function listsOf(read: Characteristics, type: AttributeType): Partial<AttributeDefinition> {
  const canonicalValues = read.texts('canonicalValues')
  const referenceTypes = read.texts('referenceTypes')
  if (canonicalValues && type !== 'string') read.fault('canonicalValues', 'Only an attribute of type string has them.')
  if (referenceTypes && type !== 'reference')
    read.fault('referenceTypes', 'Only an attribute of type reference has them.')
  return {
    ...(canonicalValues && { canonicalValues }),
    ...(type === 'reference' && { referenceTypes: referenceTypes ?? ['uri'] }),
  }
}

function readSubAttributes(read: Characteristics, { type }: AttributeDefinition, inside: boolean) {
  const given = read.value('subAttributes')
  const none = given === undefined || given === null || (Array.isArray(given) && given.length === 0)
  if (type === 'complex' && inside) read.fault('type', 'A part of a complex attribute can’t be complex itself.')
  else if (type !== 'complex') {
    if (!none) read.fault('subAttributes', 'Only an attribute of type complex has parts.')
  } else if (none) read.fault('subAttributes', 'An attribute of type complex needs at least one part.')
  else if (!Array.isArray(given)) read.fault('subAttributes', `A list is needed, but this is ${describeJson(given)}.`)
  else return readAttributes(given, `${read.place}.subAttributes`, true, read.faults)
  return undefined
}

/** Reads a list of definitions, whose names differ (RFC 7643 §2.1: without regard to case). */
export function readAttributes(
  given: Json[],
  place: string,
  inside: boolean,
  faults: FaultSink,
): AttributeDefinition[] {
  const seen = new Map<string, number>()
  return given.map((each, index) => {
    const attribute = readAttribute(each, `${place}[${index}]`, inside, faults)
    const key = attribute.name.toLowerCase()
    const first = seen.get(key)
    if (key && first !== undefined)
      faults.add(`${place}[${index}].name`, `"${attribute.name}" is the name of ${place}[${first}] already.`)
    else seen.set(key, index)
    return attribute
  })
}

/** What can be said of an attribute, but not together; and what would be advertised without being so. */
function checkTogether(
  { mutability, returned, required, uniqueness, referenceTypes, name }: AttributeDefinition,
  read: Characteristics,
) {
  if (uniqueness !== 'none')
    read.fault('uniqueness', `Values of custom attributes are not kept unique here. Use none, not ${uniqueness}.`)
  if (mutability === 'writeOnly' && returned !== 'never')
    read.fault('returned', `What is writeOnly is never returned. Use never, not ${returned}.`)
  if (mutability === 'readOnly' && required)
    read.fault('required', 'Nobody can give a value to what is readOnly, so it can’t be required.')
  else if (returned === 'never' && required)
    read.fault('required', 'What is never returned is not kept here, so it can’t be required.')
  if (returned === 'never' && mutability === 'immutable')
    read.fault('mutability', 'What is never returned is not kept here, so it can’t be immutable.')
  if (name === '$ref' && (referenceTypes?.length ?? 0) > 1 && referenceTypes?.some((each) => OURS.test(each)))
    read.fault('referenceTypes', 'The address of a user or group follows from its id. Name one of User and Group.')
}

const OURS = /^(User|Group)$/
