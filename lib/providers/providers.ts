import { database } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/errors'
import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import type { SchemaDefinition } from '@/lib/scim'
import { forgetLookups } from './lookup-cache'
import { type Provider, asProvider } from './provider'

/** A provider can't be made as asked. `field` names the input that is wrong, `message` says why. */
export class ProviderError extends Error {
  constructor(
    readonly field: 'name' | 'slug',
    message: string,
  ) {
    super(message)
  }
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** All providers, in the order of their names. */
export async function listProviders(): Promise<Provider[]> {
  return (await database().prisma.provider.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(asProvider)
}

export async function findProvider(slug: string): Promise<Provider | undefined> {
  const row = await database().prisma.provider.findUnique({ where: { slug } })
  return row ? asProvider(row) : undefined
}

/**
 * Creates a provider; it is on.
 * @throws ProviderError when name or slug is missing or malformed, or the slug is taken
 */
export async function createProvider(given: { name: string; slug: string }): Promise<Provider> {
  const name = given.name.trim()
  const slug = given.slug.trim()
  if (!name || name.length > 100) throw new ProviderError('name', 'Give it a name of 1 to 100 characters.')
  if (!SLUG.test(slug))
    throw new ProviderError('slug', 'Use a–z, 0–9 and hyphens, 63 characters at most, no hyphen at either end.')
  const now = new Date()
  try {
    return asProvider(
      await database().prisma.provider.create({ data: { id: uuidv7(), slug, name, createdAt: now, updatedAt: now } }),
    )
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProviderError('slug', `Another provider has the slug ${slug}.`)
    throw error
  }
}

/** What administrators switch on a provider's page; each is a column of its own. */
export const switches = [
  'enabled',
  'strict',
  'deleteOnDeactivate',
  'allowSameGroupNames',
  'discoveryNeedsToken',
  'logReads',
] as const
export type ProviderSwitch = (typeof switches)[number]

type Settings = Pick<Provider, ProviderSwitch | 'allowedAddresses' | 'callsPerSecond' | 'redactedAttributes'>

/** Changes a provider's settings: its next call is answered by them. */
export async function changeProvider(id: string, change: Partial<Settings>): Promise<void> {
  await database().prisma.provider.update({ where: { id }, data: { ...change, updatedAt: new Date() } })
  forgetLookups()
}

/**
 * Gives a provider other extension schemas: its next call is answered by them.
 * @param provider as it was read; `schemas` were checked (readSchemas)
 * @returns false where they were changed meanwhile, and stay as they are
 */
export async function replaceExtensions(provider: Provider, schemas: SchemaDefinition[]): Promise<boolean> {
  const rows = await query(sql`update providers set extensions = ${JSON.stringify(schemas)}::jsonb, updated_at = now()
    where id = ${provider.id}::uuid and extensions = ${JSON.stringify(provider.extensions)}::jsonb returning 1 as done`)
  forgetLookups()
  return rows.length === 1
}
