'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireAdmin } from '@/lib/auth/require-admin'
import { findProvider } from '@/lib/providers/providers'
import { scopes } from '@/lib/providers/scopes'
import { generateToken, listTokens, revokeToken, TooManyTokens } from '@/lib/providers/tokens'
import { gone, text, type ActionResult } from './action-result'

const askedSchema = z.object({
  /** Days, a date (the token works until that day ends, UTC), or never. */
  expires: z.union([z.literal('never'), z.enum(['30', '90', '365']), z.iso.date()]),
  scopes: z.array(z.enum(scopes)),
})

type Asked = 'expires' | 'scopes'
const wrong = (field: Asked, message: string) => ({ done: false, field, message }) as const

/** Makes a token. It is in the answer, and nowhere else. */
export async function newToken(slug: unknown, given: unknown): Promise<ActionResult<{ token: string }, Asked>> {
  const admin = await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const asked = askedSchema.safeParse(given)
  if (!asked.success) return wrong('expires', 'Choose a date.')
  if (asked.data.scopes.length === 0) return wrong('scopes', 'Choose at least one: the token could do nothing.')
  const expiresAt = endOf(asked.data.expires)
  if (expiresAt && expiresAt <= new Date()) return wrong('expires', 'Choose a date to come.')
  try {
    const { token } = await generateToken(provider.id, {
      createdBy: admin.email,
      expiresAt,
      scopes: scopes.filter((scope) => asked.data.scopes.includes(scope)),
    })
    revalidatePath(`/providers/${provider.slug}`)
    return { done: true, token }
  } catch (error) {
    if (error instanceof TooManyTokens) return { done: false, message: error.message }
    throw error
  }
}

function endOf(expires: string): Date | undefined {
  if (expires === 'never') return undefined
  if (expires.includes('-')) return new Date(`${expires}T23:59:59.999Z`)
  return new Date(Date.now() + Number(expires) * 86_400_000)
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
