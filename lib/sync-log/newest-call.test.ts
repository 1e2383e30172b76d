import { expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { insertLog, insertProvider } from '@/lib/testing/portal-rows'
import { newestCall } from './newest-call'

useDatabase()

test('the newest call of a provider, and none of another', async () => {
  const [{ id: okta }, { id: entra }, { id: ping }] = [
    await insertProvider('okta'),
    await insertProvider('entra'),
    await insertProvider('ping'),
  ]
  await insertLog(okta, { status: 201 })
  const refused = await insertLog(okta, { status: 409, action: 'refused', scimType: 'uniqueness', detail: 'Taken.' })
  const others = await insertLog(entra, { status: 201 })
  expect(await newestCall(okta)).toMatchObject({
    id: refused,
    action: 'refused',
    status: 409,
    scimType: 'uniqueness',
    detail: 'Taken.',
    at: expect.any(Date) as Date,
  })
  expect((await newestCall(entra))?.id).toBe(others)
  expect(await newestCall(ping)).toBeUndefined()
})
