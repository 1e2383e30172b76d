'use server'

import { revalidatePath } from 'next/cache'
import { requireAdmin } from '@/lib/auth/require-admin'
import {
  addExtensions,
  changeExtension,
  type ExtensionsChanged,
  type LostValues,
  removeExtension,
  valuesLost,
} from '@/lib/directory/change-extensions'
import { findProvider } from '@/lib/providers/providers'
import { gone, text, type ActionResult } from './action-result'

/** `faults`: what is wrong with the text. `lost`: what would be deleted, which has to be agreed to. */
export type SchemaResult =
  { done: true } | { done: false; message?: string; faults?: readonly string[]; lost?: LostValues[] }

/** Gives a provider the extension schemas of a text. */
export async function addSchemas(slug: unknown, resourceType: unknown, document: unknown): Promise<SchemaResult> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const type = resourceType === 'Group' ? 'Group' : 'User'
  return answer(provider.slug, await addExtensions(provider, type, text(document)))
}

/** Puts another definition in the place of one of a provider's extension schemas. */
export async function changeSchema(
  slug: unknown,
  id: unknown,
  document: unknown,
  agreed: unknown,
): Promise<SchemaResult> {
  await requireAdmin()
  const { provider, schema } = await find(slug, id)
  if (!provider || !schema) return provider ? noSchema : gone
  return answer(provider.slug, await changeExtension(provider, schema, text(document), agreed === true))
}

/** How many users, or groups, have values of a schema: they lose them with it. */
export async function countHolders(slug: unknown, id: unknown): Promise<ActionResult<{ holders: number }>> {
  await requireAdmin()
  const { provider, schema } = await find(slug, id)
  if (!provider || !schema) return provider ? noSchema : gone
  const [lost] = await valuesLost(provider, schema, undefined)
  return { done: true, holders: lost?.holders ?? 0 }
}

/** Takes a schema from a provider, and its values from users and groups. */
export async function removeSchema(slug: unknown, id: unknown): Promise<SchemaResult> {
  await requireAdmin()
  const { provider, schema } = await find(slug, id)
  if (!provider || !schema) return provider ? noSchema : gone
  return answer(provider.slug, await removeExtension(provider, schema))
}

const noSchema = { done: false, message: 'There is no such schema any more. Reload the page.' } as const

async function find(slug: unknown, id: unknown) {
  const provider = await findProvider(text(slug))
  return { provider, schema: provider?.extensions.find((each) => each.id === id) }
}

function answer(slug: string, changed: ExtensionsChanged): SchemaResult {
  switch (changed.kind) {
    case 'faults':
      return { done: false, faults: changed.faults }
    case 'loses':
      return { done: false, lost: changed.lost }
    case 'late':
      return { done: false, message: 'Somebody else changed the schemas meanwhile. Reload the page, and try again.' }
    case 'done':
      revalidatePath(`/providers/${slug}`)
      return { done: true }
  }
}
