'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireAdmin } from '@/lib/auth/require-admin'
import { readClientKeys } from '@/lib/providers/oauth/client-keys'
import { createClient, revokeClient, TooManyClients } from '@/lib/providers/oauth/clients'
import { findProvider } from '@/lib/providers/providers'
import { scopes } from '@/lib/providers/scopes'
import { gone, text, type ActionResult } from './action-result'

const askedSchema = z.object({
  name: z
    .string()
    .trim()
    .regex(/^\P{Cc}{1,100}$/u),
  scopes: z.array(z.enum(scopes)),
  /** The public key as it was pasted. Left out: it gets a secret. */
  key: z.string().optional(),
})

export type AskedField = 'name' | 'key' | 'scopes'
const wrong = (field: AskedField, message: string) => ({ done: false, field, message }) as const

/** Makes an OAuth client. Its secret, if it has one, is in the answer, and nowhere else. */
export async function addClient(
  slug: unknown,
  given: unknown,
): Promise<ActionResult<{ id: string; secret?: string }, AskedField>> {
  const admin = await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const asked = askedSchema.safeParse(given)
  if (!asked.success) return wrong('name', 'Give it a name of 1 to 100 characters.')
  const read = asked.data.key === undefined ? undefined : readClientKeys(asked.data.key)
  if (read && 'wrong' in read) return wrong('key', read.wrong)
  if (asked.data.scopes.length === 0) return wrong('scopes', 'Choose at least one: the client could do nothing.')
  try {
    const { info, secret } = await createClient(provider.id, {
      name: asked.data.name,
      scopes: scopes.filter((scope) => asked.data.scopes.includes(scope)),
      keys: read?.keys,
      createdBy: admin.email,
    })
    revalidatePath(`/providers/${provider.slug}`)
    return { done: true, id: info.id, ...(secret && { secret }) }
  } catch (error) {
    if (error instanceof TooManyClients) return { done: false, message: error.message }
    throw error
  }
}

/** Revokes an OAuth client; the next call with one of its access tokens is refused. */
export async function endClient(slug: unknown, clientId: unknown): Promise<ActionResult> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  if (!(await revokeClient(provider.id, text(clientId))))
    return { done: false, message: 'There is no such client any more.' }
  revalidatePath(`/providers/${provider.slug}`)
  return { done: true }
}
