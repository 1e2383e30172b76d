import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertProvider } from '@/lib/testing/portal-rows'
import { lastSet } from './last-set'

useDatabase()

test('the newest call that gave a value counts, whichever value of a list it was', async () => {
  const { id } = await insertProvider('okta')
  const other = await insertProvider('entra')
  const department = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'
  const days = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 0, day)))
  const set = (at: Date, attribute: string, more: object = { after: 'x' }) =>
    insertLog(id, { at, resourceType: 'User', changes: [{ attribute, ...more }] })
  await set(days[0]!, 'emails[type eq "[work]"].value')
  await set(days[1]!, 'emails[type eq "home"].value')
  await set(days[0]!, department)
  await set(days[2]!, department, { before: 'x' })
  await insertLog(id, { at: days[2]!, resourceType: 'Group', changes: [{ attribute: 'displayName', after: 'Team' }] })
  await insertLog(id, { at: days[2]!, resourceType: 'User' })
  await insertLog(other.id, { at: days[2]!, resourceType: 'User', changes: [{ attribute: 'title', after: 'x' }] })
  expect(await lastSet(id)).toEqual({
    User: new Map([
      ['emails.value', days[1]],
      [department, days[0]],
    ]),
    Group: new Map([['displayName', days[2]]]),
  })
})
