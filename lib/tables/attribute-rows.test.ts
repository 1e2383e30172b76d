import { expect, test } from 'vitest'
import { createRegistry, sharedRegistry } from '@/lib/scim'
import { extended, HR, TEAM } from '@/lib/testing/extensions'
import { attributeRows } from './attribute-rows'

const policy = attributeRows(sharedRegistry).filter((row) => row.policy)

test('the fourteen attributes that are supported in policy, by their names', () => {
  expect(policy.map((row) => [row.name, row.path])).toEqual([
    ['Active', 'active'],
    ['Cost Center', 'costCenter'],
    ['Department', 'department'],
    ['Display Name', 'displayName'],
    ['Division', 'division'],
    ['Email', 'emails.value'],
    ['First Name', 'name.givenName'],
    ['Formatted Name', 'name.formatted'],
    ['Last Name', 'name.familyName'],
    ['id', 'id'],
    ['Organization', 'organization'],
    ['Title', 'title'],
    ['Username', 'userName'],
    ['UserType', 'userType'],
  ])
})

test('only Username is required, and only Username is unique', () => {
  expect(policy.filter((row) => row.required).map((row) => row.name)).toEqual(['Username'])
  expect(policy.filter((row) => row.unique).map((row) => row.name)).toEqual(['Username'])
})

test('costCenter, department, division and organization belong to the enterprise extension', () => {
  const enterprise = policy.filter((row) => row.schema.endsWith(':enterprise:2.0:User')).map((row) => row.path)
  expect(enterprise).toEqual(['costCenter', 'department', 'division', 'organization'])
})

test('every other attribute of User, EnterpriseUser and Group is there, once', () => {
  const rows = attributeRows(sharedRegistry)
  const paths = rows.map((row) => `${row.resource} ${row.path}`)
  expect(paths).toEqual(
    expect.arrayContaining([
      'User nickName',
      'User addresses.locality',
      'User manager.value',
      'Group displayName',
      'Group members.value',
    ]),
  )
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  expect(rows.filter((row) => !row.stored).map((row) => row.path)).toEqual(['password'])
})

test('a provider’s own extension and its rules are shown', () => {
  const text = sharedRegistry.User.schema.attributes.find(({ name }) => name === 'title')!
  const badge = {
    id: 'urn:example:badge',
    name: 'Badge',
    description: 'Badges',
    attributes: [{ ...text, name: 'badgeColor' }],
  }
  const rows = attributeRows(createRegistry({ strict: false, allowSameGroupNames: true, extensions: [badge] }))
  expect(rows.find((row) => row.path === 'badgeColor')).toMatchObject({
    name: 'Badge Color',
    urn: 'urn:example:badge:badgeColor',
    pointer: ['urn:example:badge', 'badgeColor'],
    policy: false,
  })
  expect(rows.find((row) => row.resource === 'Group' && row.path === 'displayName')).toMatchObject({ unique: false })
})

test('names of an extension that core or another extension has too are told by the URN, and are not those of policies', () => {
  const rows = attributeRows(extended)
  const of = (schema: string, local: string) => rows.find((row) => row.schema === schema && row.local === local)
  expect(of(HR, 'title')).toMatchObject({ name: 'Title', path: `${HR}:title`, policy: false, pointer: [HR, 'title'] })
  expect(of(HR, 'active')).toMatchObject({ path: `${HR}:active`, policy: false })
  expect(of(HR, 'desk.floor')).toMatchObject({ path: 'desk.floor', type: 'Integer' })
  expect(of(HR, 'pin')).toMatchObject({ stored: false })
  expect(of(TEAM, 'budget')).toMatchObject({ resource: 'Group', path: 'budget' })
  expect(rows.filter((row) => row.policy)).toHaveLength(14)
})
