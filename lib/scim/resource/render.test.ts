import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, GROUP_URN, USER_URN } from '../schema/urns'
import { makeProjection, readProjection } from './projection'
import { renderGroup } from './render-group'
import { renderUser } from './render-user'

const BASE = 'https://host/scim/okta/v2'
const MANAGER = '2819c223-7f76-453a-919d-413861904646'
const times = {
  created: new Date('2026-01-02T03:04:05.678Z'),
  lastModified: new Date('2026-02-03T04:05:06Z'),
  version: 'W/"3"',
}
const document: JsonObject = {
  active: true,
  [ENT]: { department: 'D', manager: { value: MANAGER } },
  emails: [
    { value: 'a@x', type: 'work', primary: true },
    { value: 'h@x', type: 'home' },
  ],
  externalId: 'e',
  name: { givenName: 'A', familyName: 'B' },
  userName: 'ann',
}
const user = { id: 'u1', document, ...times, groups: [{ value: 'g1', display: 'Eng', type: 'direct' as const }] }

describe('a user', () => {
  test('whole, in the order of the schema, with addresses under the base URL', () => {
    const rendered = renderUser(sharedRegistry, user, BASE)
    expect(rendered).toEqual({
      schemas: [USER_URN, ENT],
      id: 'u1',
      externalId: 'e',
      userName: 'ann',
      name: { givenName: 'A', familyName: 'B' },
      active: true,
      emails: document.emails,
      groups: [{ value: 'g1', $ref: `${BASE}/Groups/g1`, display: 'Eng', type: 'direct' }],
      [ENT]: { department: 'D', manager: { value: MANAGER, $ref: `${BASE}/Users/${MANAGER}` } },
      meta: {
        resourceType: 'User',
        created: '2026-01-02T03:04:05.678Z',
        lastModified: '2026-02-03T04:05:06.000Z',
        location: `${BASE}/Users/u1`,
        version: 'W/"3"',
      },
    })
    expect(Object.keys(rendered)).toEqual([
      'schemas',
      'id',
      'externalId',
      'userName',
      'name',
      'active',
      'emails',
      'groups',
      ENT,
      'meta',
    ])
  })

  test('without an extension its URN is not listed; a manager that is no id of ours has no $ref', () => {
    const plain = renderUser(sharedRegistry, { ...user, document: { userName: 'a' }, groups: [] }, BASE)
    expect(plain.schemas).toEqual([USER_URN])
    expect(plain.groups).toBeUndefined()
    const text = renderUser(
      sharedRegistry,
      { ...user, document: { userName: 'a', [ENT]: { manager: { value: 'boss' } } } },
      BASE,
    )
    expect(text[ENT]).toEqual({ manager: { value: 'boss' } })
  })

  const shown = (query: string) => {
    const rendered = renderUser(
      sharedRegistry,
      user,
      BASE,
      readProjection(sharedRegistry, 'User', new URLSearchParams(query)),
    )
    const { schemas, id, ...others } = rendered
    expect([schemas, id]).toEqual([[USER_URN, ENT], 'u1'])
    return others
  }
  const projections: [query: string, expected: JsonObject][] = [
    ['attributes=userName', { userName: 'ann' }],
    ['attributes=USERNAME, name.givenname', { userName: 'ann', name: { givenName: 'A' } }],
    ['attributes=userName&attributes=active', { userName: 'ann', active: true }],
    ['attributes=id', {}],
    ['attributes=emails.value', { emails: [{ value: 'a@x' }, { value: 'h@x' }] }],
    ['attributes=emails,emails.value', { emails: document.emails! }],
    ['attributes=emails.primary', { emails: [{ primary: true }] }],
    [`attributes=${ENT}:department`, { [ENT]: { department: 'D' } }],
    ['attributes=department', { [ENT]: { department: 'D' } }],
    [
      `attributes=${ENT}`,
      { [ENT]: { department: 'D', manager: { value: MANAGER, $ref: `${BASE}/Users/${MANAGER}` } } },
    ],
    [`attributes=${USER_URN}:active`, { active: true }],
    ['attributes=meta.version', { meta: { version: 'W/"3"' } }],
    ['attributes=emails[type eq "work"]', {}],
    ['attributes=nothingKnown', {}],
    ['attributes=password', {}],
    ['attributes=name,active&excludedAttributes=name.familyName', { name: { givenName: 'A' }, active: true }],
    [
      `excludedAttributes=id,schemas,meta,groups,emails,name,${ENT}`,
      { externalId: 'e', userName: 'ann', active: true },
    ],
    [
      `excludedAttributes=name.givenName,emails.type,meta,groups,externalId,${ENT}:manager`,
      {
        userName: 'ann',
        active: true,
        name: { familyName: 'B' },
        emails: [{ value: 'a@x', primary: true }, { value: 'h@x' }],
        [ENT]: { department: 'D' },
      },
    ],
  ]
  test.each(projections)('%s', (query, expected) => expect(shown(query)).toEqual(expected))

  test('an empty parameter asks for nothing', () => {
    expect(readProjection(sharedRegistry, 'User', new URLSearchParams('attributes=&excludedAttributes=')).asked).toBe(
      false,
    )
  })

  test('wants() tells what need not be loaded', () => {
    expect(makeProjection(sharedRegistry, 'User', [], ['groups']).wants('groups')).toBe(false)
    expect(makeProjection(sharedRegistry, 'User', [], ['groups.display']).wants('groups')).toBe(true)
    expect(makeProjection(sharedRegistry, 'User', ['userName'], []).wants('groups')).toBe(false)
    expect(makeProjection(sharedRegistry, 'User', ['groups.value'], []).wants('groups')).toBe(true)
    expect(makeProjection(sharedRegistry, 'User', ['userName'], []).wants('id')).toBe(true)
  })
})

describe('a group', () => {
  const group = { id: 'g1', document: { displayName: 'Eng' }, ...times }
  test('members with type and name; unresolved ones without', () => {
    const members = [
      { value: 'u1', type: 'User' as const, display: 'Ann' },
      { value: 'g2', type: 'Group' as const },
      { value: 'zz' },
    ]
    expect(renderGroup(sharedRegistry, { ...group, members }, BASE)).toMatchObject({
      schemas: [GROUP_URN],
      displayName: 'Eng',
      members: [
        { value: 'u1', $ref: `${BASE}/Users/u1`, type: 'User', display: 'Ann' },
        { value: 'g2', $ref: `${BASE}/Groups/g2`, type: 'Group' },
        { value: 'zz' },
      ],
      meta: { resourceType: 'Group', location: `${BASE}/Groups/g1` },
    })
  })
  test('an empty group says so; members that were not loaded are left out', () => {
    expect(renderGroup(sharedRegistry, { ...group, members: [] }, BASE).members).toEqual([])
    expect(renderGroup(sharedRegistry, group, BASE)).not.toHaveProperty('members')
    const without = makeProjection(sharedRegistry, 'Group', [], ['members'])
    expect(renderGroup(sharedRegistry, { ...group, members: [{ value: 'u1' }] }, BASE, without)).not.toHaveProperty(
      'members',
    )
  })
})
