import { expect, test } from 'vitest'
import { parseFilter, sharedRegistry } from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { insertGroup, insertProvider, insertUser } from '@/lib/testing/portal-rows'
import { countUsersBy, frequentValues } from './portal-facets'

useDatabase()

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

async function company() {
  const { id: okta } = await insertProvider('okta')
  const { id: entra } = await insertProvider('entra')
  const ann = await insertUser(okta, { userName: 'ann', department: 'Sales', title: 'Agent' })
  await insertUser(okta, { userName: 'bob', department: 'Sales', active: false })
  await insertUser(okta, { userName: 'carl', department: 'Support' })
  await insertUser(okta, { userName: 'dora' })
  await insertUser(entra, { userName: 'emil', department: 'Sales' })
  await insertGroup(okta, { displayName: 'Team', users: [ann] })
  return [okta, entra] as const
}
const search = (providerIds: string[], filter?: string) => ({
  providerIds,
  registry: sharedRegistry,
  ...(filter && { filter: parseFilter(filter) }),
})
const states = ['active eq true', 'active eq false'].map(parseFilter)

test('options are counted among the users that the other filters let through', async () => {
  const [okta, entra] = await company()
  expect(await countUsersBy(search([okta]), states)).toEqual({ counts: [3, 1], partial: false })
  expect(await countUsersBy(search([okta, entra]), states)).toEqual({ counts: [4, 1], partial: false })
  expect(await countUsersBy(search([okta], 'department eq "sales"'), states)).toEqual({
    counts: [1, 1],
    partial: false,
  })
  expect(await countUsersBy(search([okta], 'groups.display eq "team"'), states)).toMatchObject({ counts: [1, 0] })
  expect(await countUsersBy(search([]), states)).toEqual({ counts: [0, 0], partial: false })
})

test('the most frequent values come first, those without one are left out', async () => {
  const [okta] = await company()
  const department = [enterprise, 'department']
  expect(await frequentValues(search([okta]), department)).toEqual({
    values: [
      { value: 'Sales', count: 2 },
      { value: 'Support', count: 1 },
    ],
    partial: false,
  })
  expect(await frequentValues(search([okta], 'active eq false'), department)).toMatchObject({
    values: [{ value: 'Sales', count: 1 }],
  })
  expect(await frequentValues(search([okta]), ['title'])).toMatchObject({ values: [{ value: 'Agent', count: 1 }] })
})
