import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { insertGroup, insertProvider, insertUser } from '@/lib/testing/portal-rows'
import { attributeShares } from './portal-attributes'

useDatabase()

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const user = (...pointer: string[]) => ({
  id: pointer.join('/'),
  resource: 'User' as const,
  pointer,
  multiValued: pointer[0] === 'emails' || pointer[0] === 'groups',
})

test('shares of users that carry a value', async () => {
  const { id } = await insertProvider()
  const { id: other } = await insertProvider('other')
  await insertUser(id, { userName: 'ann', title: 'Agent', email: 'ann@x', department: 'Sales' })
  await insertUser(id, { userName: 'bob', email: 'bob@x' })
  await insertUser(id, { userName: 'eve', title: '' })
  await insertUser(id, { userName: 'may', title: 'Agent' })
  await insertUser(other, { userName: 'zoe', title: 'Other' })
  await insertGroup(id, { displayName: 'Team' })
  const shares = await attributeShares(id, [
    user('id'),
    user('title'),
    user('emails', 'value'),
    user('emails', 'type'),
    user('emails', 'primary'),
    user('nickName'),
    user(enterprise, 'department'),
    user(enterprise, 'employeeNumber'),
    user('groups', 'value'),
    // Of the same names as what is kept in columns, or always there.
    user('urn:example:hr', 'title'),
    user('urn:example:hr', 'active'),
    { id: 'name', resource: 'Group', pointer: ['displayName'], multiValued: false },
  ])
  expect(Object.fromEntries(shares)).toEqual({
    id: 1,
    title: 0.5,
    'emails/value': 0.5,
    'emails/type': 0.5,
    'emails/primary': 0.5,
    nickName: 0,
    [`${enterprise}/department`]: 0.25,
    [`${enterprise}/employeeNumber`]: 0,
    'urn:example:hr/title': 0,
    'urn:example:hr/active': 0,
    name: 1,
  })
})

test('a provider without users has no shares', async () => {
  const { id } = await insertProvider()
  expect(await attributeShares(id, [user('title'), user('nickName')])).toEqual(new Map())
})
