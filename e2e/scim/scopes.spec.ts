import type { JsonObject } from '@/lib/idp-clients/json'
import { BULK_REQUEST, PATCH_OP, SEARCH_REQUEST } from '@/lib/idp-clients/urns'
import { expect, test } from './fixture'
import { bearer, tokenFor } from './token-endpoint'

const SCOPES = ['users:read', 'users:write', 'groups:read', 'groups:write'] as const
type Scope = (typeof SCOPES)[number]

/** A request of each kind, the scopes that it needs, and its answer when the token has them. */
const cases: [method: string, path: string, needed: Scope[], status: number][] = [
  ['GET', '/Users?count=0', ['users:read'], 200],
  ['HEAD', '/Users?count=0', ['users:read'], 200],
  ['GET', '/Users/none', ['users:read'], 404],
  ['POST', '/Users/.search', ['users:read'], 200],
  ['POST', '/Users', ['users:write'], 400],
  ['PUT', '/Users/none', ['users:write'], 400],
  ['PATCH', '/Users/none', ['users:write'], 404],
  ['DELETE', '/Users/none', ['users:write'], 404],
  ['PUT', '/Users', ['users:write'], 405],
  ['GET', '/Groups?count=0', ['groups:read'], 200],
  ['GET', '/Groups/none?attributes=members', ['groups:read'], 404],
  ['POST', '/Groups/.search', ['groups:read'], 200],
  ['POST', '/Groups', ['groups:write'], 400],
  ['PATCH', '/Groups/none', ['groups:write'], 404],
  ['DELETE', '/Groups/none', ['groups:write'], 404],
  ['GET', '/?count=0', ['users:read', 'groups:read'], 200],
  ['POST', '/.search', ['users:read', 'groups:read'], 200],
  ['POST', '/Bulk', ['users:write', 'groups:write'], 200],
  ['GET', '/ServiceProviderConfig', [], 200],
  ['GET', '/Schemas', [], 200],
  ['GET', '/ResourceTypes/User', [], 200],
  ['GET', '/Me', [], 501],
  ['GET', '/Nothing', [], 404],
]

/** A body that its endpoint reads; for a POST or PUT of a resource, one that lacks what is required. */
function bodyOf(method: string, path: string): JsonObject | undefined {
  if (method === 'PATCH') return { schemas: [PATCH_OP], Operations: [{ op: 'add', path: 'externalId', value: 'x' }] }
  if (path.endsWith('.search')) return { schemas: [SEARCH_REQUEST], count: 0 }
  if (path === '/Bulk') return { schemas: [BULK_REQUEST], Operations: [] }
  return method === 'POST' || method === 'PUT' ? { schemas: [] } : undefined
}

// RFC 7644 §2.1 and §7.7: what a client may do is what its authorization says; RFC 6750 §3.1: insufficient_scope.
for (const granted of [
  ['users:read', 'groups:read'],
  ['users:write', 'groups:write'],
  ['users:read', 'users:write'],
  ['groups:read', 'groups:write'],
  ['groups:read'],
  [...SCOPES],
] as Scope[][])
  test(`a token for ${granted.join(' ')} may do that and nothing else`, async ({ scim }) => {
    const headers = bearer(await tokenFor({ scope: granted.join(' ') }))
    for (const [method, path, needed, status] of cases) {
      const missing = needed.filter((scope) => !granted.includes(scope))
      const body = bodyOf(method, path)
      const answer = await scim.ask(
        { method, path, headers, ...(body && { body }) },
        { status: missing.length ? 403 : status },
      )
      const challenge = missing.length
        ? `Bearer realm="SCIM", error="insufficient_scope", scope="${missing.join(' ')}"`
        : undefined
      expect(answer.headers['www-authenticate'], `${method} ${path}`).toBe(challenge)
    }
  })

test('what a write answers with needs no scope to read', async ({ scim }) => {
  const { id, displayName } = await scim.group()
  const headers = bearer(await tokenFor({ scope: 'groups:write' }))
  const request = { method: 'PUT', path: `/Groups/${id}`, headers, body: { displayName: displayName! } }
  await scim.ask(request, { status: 200, body: { id } })
  await scim.ask({ method: 'GET', path: `/Groups/${id}`, headers }, { status: 403 })
})
