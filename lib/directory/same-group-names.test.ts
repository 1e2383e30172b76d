import { expect, test } from 'vitest'
import type { Provider } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/providers'
import { useDatabase } from '@/lib/testing/database'
import { makeProvider, scimCall } from '@/lib/testing/scim-calls'
import { patchGroup } from './change-group'
import { createGroup } from './create-group'
import { allowSameGroupNames } from './same-group-names'

useDatabase()

const group = (provider: Provider, displayName: string) =>
  createGroup(scimCall(provider, 'POST', '/Groups', { displayName }))
const rename = (provider: Provider, id: string, displayName: string) =>
  patchGroup(
    scimCall(provider, 'PATCH', `/Groups/${id}`, { Operations: [{ op: 'replace', value: { displayName } }] }),
    id,
  )

test('groups share a name no longer once that is switched off, which waits until no two have the same', async () => {
  const provider = await makeProvider()
  await group(provider, 'Eng')
  expect(await allowSameGroupNames(provider.id, true)).toEqual([])
  const lax = (await findProvider(provider.slug))!
  const second = (await group(lax, 'ENG')).body!.id as string
  await group(lax, 'Ops')
  expect(await allowSameGroupNames(provider.id, false)).toEqual([expect.stringMatching(/^eng$/i)])
  expect((await findProvider(provider.slug))!.allowSameGroupNames).toBe(true)
  await rename(lax, second, 'Engineering')
  expect(await allowSameGroupNames(provider.id, false)).toEqual([])
  const again = (await findProvider(provider.slug))!
  for (const name of ['eng', 'engineering', 'ops'])
    await expect(group(again, name)).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' })
})
