'use server'

import { revalidatePath } from 'next/cache'
import { requireAdmin } from '@/lib/auth/require-admin'
import { allowSameGroupNames } from '@/lib/directory/same-group-names'
import { changeProvider, createProvider, findProvider, ProviderError, switches } from '@/lib/providers/providers'
import { generateToken, listTokens, revokeToken } from '@/lib/providers/tokens'
import { isWorking, mostTokens } from './token-state'

/** What came of an action: done, or why not, in words for the administrator. */
export type ActionResult<T = unknown> = ({ done: true } & T) | { done: false; message: string; field?: 'name' | 'slug' }

const gone = { done: false, message: 'There is no such provider any more.' } as const
const text = (given: unknown) => (typeof given === 'string' ? given : '')

/** Creates a provider, which is on from then on. */
export async function addProvider(name: unknown, slug: unknown): Promise<ActionResult<{ slug: string }>> {
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

/** Makes a token. It is in the answer, and nowhere else. */
export async function newToken(slug: unknown): Promise<ActionResult<{ token: string }>> {
  const admin = await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const working = (await listTokens(provider.id)).filter(isWorking)
  if (working.length >= mostTokens)
    return { done: false, message: `It has ${mostTokens} working tokens already. Revoke one first.` }
  const { token } = await generateToken(provider.id, admin.email)
  revalidatePath(`/providers/${provider.slug}`)
  return { done: true, token }
}

/** Revokes a token; its next call is refused. */
export async function endToken(slug: unknown, tokenId: unknown): Promise<ActionResult> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const token = (await listTokens(provider.id)).find(({ id }) => id === tokenId)
  if (!token) return { done: false, message: 'There is no such token any more.' }
  await revokeToken(provider.id, token.id)
  revalidatePath(`/providers/${provider.slug}`)
  return { done: true }
}
