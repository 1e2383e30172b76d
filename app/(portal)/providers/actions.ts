'use server'

import { revalidatePath } from 'next/cache'
import { requireAdmin } from '@/lib/auth/require-admin'
import { allowSameGroupNames } from '@/lib/directory/same-group-names'
import { isAllowed, readAddresses } from '@/lib/providers/addresses'
import { listClients } from '@/lib/providers/oauth/clients'
import { changeProvider, createProvider, findProvider, ProviderError, switches } from '@/lib/providers/providers'
import { isWorking } from '@/lib/providers/token-state'
import { listTokens } from '@/lib/providers/tokens'
import { gone, text, type ActionResult } from './action-result'

/** Creates a provider, which is on from then on. */
export async function addProvider(
  name: unknown,
  slug: unknown,
): Promise<ActionResult<{ slug: string }, 'name' | 'slug'>> {
  await requireAdmin()
  try {
    const made = await createProvider({ name: text(name), slug: text(slug) })
    revalidatePath('/', 'layout')
    return { done: true, slug: made.slug }
  } catch (error) {
    if (error instanceof ProviderError) return { done: false, field: error.field, message: error.message }
    throw error
  }
}

/** Turns one of a provider's settings on or off. */
export async function changeSwitch(slug: unknown, name: unknown, on: unknown): Promise<ActionResult> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const setting = switches.find((each) => each === name)
  if (!setting) return { done: false, message: 'There is no such setting any more. Reload the page.' }
  if (setting === 'allowSameGroupNames') {
    const shared = await allowSameGroupNames(provider.id, on === true)
    if (shared.length > 0)
      return {
        done: false,
        message: `Several groups are called ${shared.join(', ')}. Rename all but one of each first.`,
      }
  } else await changeProvider(provider.id, { [setting]: on === true })
  revalidatePath('/', 'layout')
  return { done: true }
}

/** Says from where and how often a provider may call. `leftOut` is an address that has called and may not any more. */
export async function changeAccess(
  slug: unknown,
  addresses: unknown,
  callsPerSecond: unknown,
): Promise<ActionResult<{ leftOut?: string }, 'addresses' | 'calls'>> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const read = readAddresses(text(addresses))
  if ('wrong' in read) return { done: false, field: 'addresses', message: read.wrong }
  const limit = text(callsPerSecond).trim()
  if (limit !== '' && !/^[1-9]\d{0,5}$/.test(limit))
    return { done: false, field: 'calls', message: 'Give a whole number from 1 to 999999, or nothing.' }
  await changeProvider(provider.id, { allowedAddresses: read.ranges, callsPerSecond: limit ? Number(limit) : null })
  revalidatePath(`/providers/${provider.slug}`)
  const [tokens, clients] = await Promise.all([listTokens(provider.id), listClients(provider.id)])
  const callers = [...tokens.filter(isWorking), ...clients.filter(({ revokedAt }) => !revokedAt)]
  const leftOut = callers
    .map(({ lastUsedAddress }) => lastUsedAddress)
    .find((address) => address && !isAllowed(read.ranges, address))
  return { done: true, ...(leftOut && { leftOut }) }
}
