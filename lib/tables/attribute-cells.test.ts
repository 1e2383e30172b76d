import { expect, it } from 'vitest'
import { createRegistry, ENTERPRISE_URN, type JsonObject, type SchemaDefinition } from '@/lib/scim'
import { attributeCells } from './attribute-cells'

const text = {
  type: 'string' as const,
  description: '',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite' as const,
  returned: 'default' as const,
  uniqueness: 'none' as const,
}
const BADGE = 'urn:example:badge:1.0:User'
const badge: SchemaDefinition = {
  id: BADGE,
  name: 'Badge',
  description: '',
  attributes: [
    {
      ...text,
      name: 'office',
      type: 'complex',
      subAttributes: [
        { ...text, name: 'floor', type: 'integer' },
        { ...text, name: 'wing' },
      ],
    },
    { ...text, name: 'tags', multiValued: true },
    { ...text, name: 'hiredAt', type: 'dateTime' },
  ],
}
const registry = createRegistry({ strict: false, allowSameGroupNames: false, extensions: [badge] })

const document: JsonObject = {
  userName: 'ann',
  active: false,
  name: { givenName: 'Ann', familyName: 'Lee', formatted: 'Ann Lee' },
  emails: [
    { value: 'private@x', type: 'home' },
    { value: 'work@x', type: 'work', primary: true },
  ],
  roles: [{ value: 'r1', display: 'Auditor' }, { value: 'r2' }],
  addresses: [{ locality: 'Bern', country: 'CH' }],
  [ENTERPRISE_URN]: { manager: { value: '7', displayName: 'Eve' } },
  [BADGE]: { office: { floor: 3, wing: 'B' }, tags: ['x', 'y', 'z'], hiredAt: '2026-01-02T03:04:05.000Z' },
}

const shown = (path: string, most?: number, of?: JsonObject) =>
  attributeCells(registry, 'User', [path], most).of(of ?? document)[`attribute:${path}`]

it.each<[string, unknown]>([
  ['nickName', null],
  ['active', false],
  ['name.givenName', 'Ann'],
  ['name', 'Ann Lee'],
  ['emails', 'work@x, private@x'],
  ['emails.value', 'work@x, private@x'],
  ['emails.type', 'work, home'],
  ['emails.primary', 'true'],
  ['roles', 'Auditor, r2'],
  ['roles.display', 'Auditor'],
  ['addresses', 'Bern, CH'],
  ['addresses.locality', 'Bern'],
  ['manager', 'Eve'],
  ['manager.displayName', 'Eve'],
  [`${BADGE}:office`, '3, B'],
  [`${BADGE}:office.floor`, '3'],
  [`${BADGE}:tags`, 'x, y, z'],
  [`${BADGE}:hiredAt`, '2026-01-02T03:04:05.000Z'],
  ['password', undefined],
  ['nonsense', undefined],
])('%s is %j', (path, expected) => {
  // Custom attributes whose name nobody else has go without the URN.
  const known = attributeCells(registry, 'User', [path]).keys.length > 0 ? path : path.slice(path.lastIndexOf(':') + 1)
  expect(shown(known)).toEqual(expected)
})

it('says how many values a page leaves out', () => {
  const path = attributeCells(registry, 'User', ['tags']).keys.length > 0 ? 'tags' : `${BADGE}:tags`
  expect(shown(path, 2)).toBe('x, y and 1 more')
  expect(shown(path, 3)).toBe('x, y, z')
})

it('asks for the parts of documents that it needs, and reads one that has none of them', () => {
  expect(attributeCells(registry, 'User', ['name', 'name.givenName', 'manager.value', 'nope']).keys).toEqual([
    'name',
    ENTERPRISE_URN,
  ])
  expect(attributeCells(registry, 'User', []).of(undefined)).toEqual({})
  expect(shown('nickName', 1, { nickName: null })).toBeNull()
  expect(attributeCells(registry, 'Group', ['externalId', 'userName']).keys).toEqual(['externalId'])
})
