'use server'

import { revalidatePath } from 'next/cache'
import { requireAdmin } from '@/lib/auth/require-admin'
import { changeProvider, findProvider } from '@/lib/providers/providers'
import { readRedacted } from '@/lib/providers/redacted-attributes'
import { gone, text, type ActionResult } from './action-result'

/** Leaves an attribute out of the log of a provider's calls. */
export async function redactAttribute(slug: unknown, path: unknown): Promise<ActionResult<{ name: string }, 'path'>> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  const read = readRedacted(provider, text(path))
  if ('wrong' in read) return { done: false, field: 'path', message: read.wrong }
  await changeProvider(provider.id, { redactedAttributes: [...provider.redactedAttributes, read.name].sort() })
  revalidatePath(`/providers/${provider.slug}`)
  return { done: true, name: read.name }
}

/** Keeps an attribute in the log again, from the next call on. */
export async function keepAttribute(slug: unknown, name: unknown): Promise<ActionResult> {
  await requireAdmin()
  const provider = await findProvider(text(slug))
  if (!provider) return gone
  await changeProvider(provider.id, {
    redactedAttributes: provider.redactedAttributes.filter((each) => each !== name),
  })
  revalidatePath(`/providers/${provider.slug}`)
  return { done: true }
}
