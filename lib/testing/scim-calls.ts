import { database } from '@/lib/db/client'
import { uuidv7 } from '@/lib/db/uuid'
import { type Provider, asProvider } from '@/lib/providers/provider'
import type { ScimCall } from '@/lib/directory/scim-call'
import { createRegistry } from '@/lib/scim'

/** A provider in the test database. */
export async function makeProvider(settings: Partial<Provider> = {}): Promise<Provider> {
  const id = uuidv7()
  const now = new Date()
  const data = { id, slug: `p-${id.slice(-12)}`, name: 'Test', createdAt: now, updatedAt: now, ...settings }
  const extensions = JSON.parse(JSON.stringify(settings.extensions ?? [])) as object[]
  return asProvider(await database().prisma.provider.create({ data: { ...data, extensions } }))
}

/** A call as the edge hands it on. */
export function scimCall(provider: Provider, method: string, url: string, body?: unknown): ScimCall {
  return {
    provider,
    registry: createRegistry(provider),
    requestId: uuidv7(),
    at: new Date(),
    started: performance.now(),
    method,
    url,
    query: new URL(url, 'http://x').searchParams,
    body,
    bodyText: body === undefined ? undefined : JSON.stringify(body),
    baseUrl: `http://rollcall.test/scim/${provider.slug}/v2`,
    notes: [],
    secret: () => 'a secret for tests alone',
  }
}
