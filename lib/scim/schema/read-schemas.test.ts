import { expect, test } from 'vitest'
import { schemasResponse } from '../messages/discovery'
import { readSchemas } from './read-schemas'
import { createRegistry, sharedRegistry } from './registry'
import type { SchemaDefinition } from './types'

const HR = 'urn:x:hr:2.0:User'
const read = (document: unknown, more: { others?: SchemaDefinition[]; replaces?: string } = {}) =>
  readSchemas(typeof document === 'string' ? document : JSON.stringify(document), {
    extends: 'User',
    others: [],
    ...more,
  })
const faultsOf = (document: unknown, more?: Parameters<typeof read>[1]) => {
  const result = read(document, more)
  return 'faults' in result ? result.faults : []
}
const schemasOf = (document: unknown) => {
  const result = read(document)
  if ('faults' in result) throw new Error(result.faults.join('\n'))
  return result.schemas
}
const schema = (...attributes: object[]) => ({ id: HR, name: 'HR', attributes })
const plain = {
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
}

test('what is not said has the defaults of RFC 7643 §2.2', () => {
  expect(schemasOf(schema({ name: 'shoe' }))).toEqual([
    { id: HR, name: 'HR', description: '', extends: 'User', attributes: [{ ...plain, name: 'shoe' }] },
  ])
})

test.each([
  [
    'a reference is compared exactly',
    { type: 'reference', caseExact: false },
    { type: 'reference', caseExact: true, referenceTypes: ['uri'] },
  ],
  ['what is writeOnly is never returned', { mutability: 'writeOnly' }, { mutability: 'writeOnly', returned: 'never' }],
  ['words in any case', { TYPE: 'DateTime', Mutability: 'READONLY' }, { type: 'dateTime', mutability: 'readOnly' }],
  ['empty lists are none', { canonicalValues: [], referenceTypes: [], subAttributes: null }, {}],
  ['null is not said', { description: null, multiValued: null, type: null }, {}],
])('%s', (_, given, expected) => {
  expect(schemasOf(schema({ name: 'shoe', ...given }))[0]?.attributes).toEqual([
    { ...plain, name: 'shoe', ...expected },
  ])
})

test('what /Schemas answers is read, its standard schemas passed over', () => {
  const schemas = schemasOf(
    schema(
      { name: 'shoe', canonicalValues: ['41'] },
      { name: 'desk', type: 'complex', multiValued: true, subAttributes: [{ name: '$ref', type: 'reference' }] },
    ),
  )
  const registry = createRegistry({ ...sharedRegistry.rules, extensions: schemas })
  expect(schemasOf(schemasResponse(registry, 'https://x'))).toEqual(schemas)
  expect(schemasOf(schemasResponse(registry, 'https://x', HR))).toEqual(schemas)
  expect(schemasOf([schema({ name: 'a' }), { ...schema({ name: 'a' }), id: 'urn:x:other' }])).toHaveLength(2)
})

const attributeFaults: [object, string][] = [
  [
    { name: 'a', type: 'sting' },
    'type: "sting" is not a type. Use string, boolean, decimal, integer, dateTime, binary, reference or complex.',
  ],
  [{}, 'name: An attribute needs a name.'],
  [{ name: 7 }, 'name: A name is text, but this is the number 7.'],
  [{ name: 'a b' }, 'name: "a b" must begin with a letter and hold letters, digits, - _ and $ only.'],
  [{ name: '__proto__' }, 'name: "__proto__" must begin with a letter'],
  [{ name: '$ref' }, 'name: "$ref" must begin with a letter'],
  [{ name: 'constructor' }, 'name: "constructor" is taken'],
  [{ name: 'a'.repeat(101) }, 'name: A name has at most 100 characters.'],
  [{ name: 'a', multiValued: 'true' }, 'multiValued: Use true or false, without quotes, not the text "true".'],
  [{ name: 'a', description: 1 }, 'description: Use text'],
  [
    { name: 'a', mutability: 'writable' },
    'mutability: "writable" is not a mutability. Use readWrite, readOnly, immutable or writeOnly.',
  ],
  [{ name: 'a', returned: true }, 'returned: the boolean true is not a returned.'],
  [{ name: 'a', uniqueness: 'server' }, 'uniqueness: Values of custom attributes are not kept unique here.'],
  [{ name: 'a', canonicalValues: 'x' }, 'canonicalValues: Use a list of texts'],
  [{ name: 'a', canonicalValues: [''] }, 'canonicalValues: Use a list of texts'],
  [{ name: 'a', type: 'integer', canonicalValues: ['1'] }, 'canonicalValues: Only an attribute of type string'],
  [{ name: 'a', referenceTypes: ['User'] }, 'referenceTypes: Only an attribute of type reference'],
  [{ name: 'a', subAttributes: [{ name: 'b' }] }, 'subAttributes: Only an attribute of type complex'],
  [{ name: 'a', type: 'complex' }, 'subAttributes: An attribute of type complex needs at least one part.'],
  [{ name: 'a', type: 'complex', subAttributes: {} }, 'subAttributes: A list is needed'],
  [{ name: 'a', type: 'complex', subAttributes: [{ name: 'b', type: 'complex' }] }, 'subAttributes[0].type: A part of'],
  [
    { name: 'a', type: 'complex', subAttributes: [{ name: 'b' }, { name: 'B' }] },
    'subAttributes[1].name: "B" is the name of attributes[0].subAttributes[0] already.',
  ],
  [{ name: 'a', type: 'complex', subAttributes: ['b'] }, 'subAttributes[0]: An attribute is an object'],
  [
    {
      name: 'a',
      type: 'complex',
      subAttributes: [{ name: '$ref', type: 'reference', referenceTypes: ['User', 'Group'] }],
    },
    'subAttributes[0].referenceTypes: The address of a user or group',
  ],
  [{ name: 'a', mutability: 'writeOnly', returned: 'default' }, 'returned: What is writeOnly is never returned.'],
  [{ name: 'a', mutability: 'readOnly', required: true }, 'required: Nobody can give a value'],
  [{ name: 'a', returned: 'never', required: true }, 'required: What is never returned is not kept'],
  [{ name: 'a', returned: 'never', mutability: 'immutable' }, 'mutability: What is never returned is not kept'],
  [{ name: 'a', multivalue: true }, 'multivalue: No such characteristic is known.'],
]
test.each(attributeFaults)('the attribute %j is refused: %s', (attribute, fault) => {
  const [found, ...more] = faultsOf(schema(attribute))
  expect(found).toContain(`attributes[0].${fault}`)
  expect(more).toEqual([])
})

const other = schemasOf({ ...schema({ name: 'level' }), id: 'urn:x:hr' })
test.each<[unknown, string]>([
  ['', 'Paste a schema'],
  ['{"id": "urn:x:y",\n "name": }', 'This is not JSON: look at line 2, column 10.'],
  ['{"id":', 'This is not JSON: it ends too early.'],
  ['null', 'A schema is an object, but this is nothing (null).'],
  ['[]', 'The list is empty.'],
  [schemasResponse(sharedRegistry, 'https://x'), 'These are standard schemas only'],
  [{ ...schema({ name: 'a' }), id: undefined }, 'id: A schema needs an id'],
  [{ ...schema({ name: 'a' }), id: 'hr' }, 'id: "hr" is not a URN'],
  [{ ...schema({ name: 'a' }), id: 'urn:x:a,b' }, 'id: "urn:x:a,b" is not a URN'],
  [{ ...schema({ name: 'a' }), id: 'urn:x:a:' }, 'id: "urn:x:a:" is not a URN'],
  [{ ...schema({ name: 'a' }), id: 'urn:ietf:params:scim:schemas:core:2.0:Device' }, 'belongs to the standard'],
  [
    { ...schema({ name: 'a' }), id: 'URN:IETF:params:scim:schemas:extension:enterprise:2.0:User' },
    'belongs to the standard',
  ],
  [{ ...schema({ name: 'a' }), id: 'urn:scim:schemas:core:1.0' }, 'belongs to the standard'],
  [{ ...schema({ name: 'a' }), id: 'URN:X:HR' }, 'id: The provider has a schema URN:X:HR already.'],
  [{ ...schema({ name: 'a' }), id: 'urn:x:hr:Level' }, "can't be told"],
  [[schema({ name: 'a' }), schema({ name: 'a' })], '[1].id: The provider has a schema urn:x:hr:2.0:User already.'],
  [{ ...schema({ name: 'a' }), name: ' ' }, 'name: A schema needs a name.'],
  [{ ...schema({ name: 'a' }), description: [] }, 'description: Use text'],
  [{ ...schema(), attributes: 'a' }, 'attributes: A schema needs a list of attributes.'],
  [schema(), 'attributes: A schema needs a list of attributes.'],
  [{ ...schema({ name: 'a' }), required: true }, 'required: A schema has no such part.'],
  [schema({ name: 'a' }, { name: 'A' }), 'attributes[1].name: "A" is the name of attributes[0] already.'],
  [schema(...Array.from({ length: 201 }, (_, at) => ({ name: `a${at}` }))), '201 attributes and parts'],
  [{ ...schema({ name: 'a' }), description: 'x'.repeat(70_000) }, 'At most 64 KiB'],
  [{ Resources: [7, schema({ name: 'a' })] }, 'Resources[0]: A schema is an object'],
])('%j is refused: %s', (document, fault) => {
  expect(faultsOf(document, { others: other }).join('\n')).toContain(fault)
})

test('all faults are told at once, fifty of them in words', () => {
  expect(
    faultsOf({
      id: 'hr',
      name: '',
      attributes: [
        { name: 'a', type: 'x' },
        { name: 'a', required: 1 },
      ],
    }),
  ).toHaveLength(5)
  const many = faultsOf(schema(...Array.from({ length: 80 }, () => ({ name: 'a b' }))))
  expect(many).toHaveLength(51)
  expect(many.at(-1)).toMatch(/^\d+ more\.$/)
})

test('an edited schema keeps its id', () => {
  expect(faultsOf(schema({ name: 'a' }), { replaces: 'urn:x:hr' })).toEqual([
    expect.stringContaining('id: The id of a schema stays: urn:x:hr.'),
  ])
  expect(faultsOf(schema({ name: 'a' }), { replaces: HR })).toEqual([])
  expect(
    faultsOf([schema({ name: 'a' }), { ...schema({ name: 'a' }), id: 'urn:x:b' }], { replaces: HR }).join(),
  ).toContain('One schema is edited here.')
})

test('a provider has so many schemas at most', () => {
  const others = Array.from({ length: 20 }, (_, at) => ({ ...other[0]!, id: `urn:x:s${at}` }))
  expect(faultsOf(schema({ name: 'a' }), { others })).toEqual(['A provider has at most 20 extension schemas.'])
})
