import { patchGroup, replaceGroup } from '@/lib/directory/change-group'
import { patchUser, replaceUser } from '@/lib/directory/change-user'
import { createGroup } from '@/lib/directory/create-group'
import { createUser } from '@/lib/directory/create-user'
import { deleteGroup } from '@/lib/directory/delete-group'
import { deleteUser } from '@/lib/directory/delete-user'
import { getGroup, listGroups } from '@/lib/directory/read-groups'
import { getUser, listUsers } from '@/lib/directory/read-users'
import type { ScimAnswer, ScimCall } from '@/lib/directory/scim-call'
import { listAll, searching } from '@/lib/directory/search'
import { methodNotAllowed, notFound, notImplemented } from '@/lib/scim'
import { answerBulk } from './bulk'
import { type DiscoveryCall, getResourceTypes, getSchemas, getServiceProviderConfig } from './discovery'
import type { EndpointPath } from './endpoint-names'

type Answer = ScimAnswer | Promise<ScimAnswer>

/** What one URL of the endpoint answers to, method by method. */
export type Endpoint =
  | { discovery: true; methods: Record<string, (call: DiscoveryCall, id: string) => Answer> }
  | ({ discovery?: false; methods: Record<string, (call: ScimCall, id: string) => Answer> } & About)

interface About {
  /** Whose resources it reads or writes: what a token's scopes are about. */
  of: readonly ('users' | 'groups')[]
  /** Its POST is a query (RFC 7644 §3.4.3): it reads, and writes nothing. */
  search?: true
}

const all = ['users', 'groups'] as const
const me = (): never => {
  throw notImplemented('/Me stands for the user who calls; a provisioning token belongs to none. Use /Users/{id}.')
}

/** Every endpoint, in the order of RFC 7644 §3.2. */
const table: Partial<Record<EndpointPath, Endpoint>> = {
  '/Users': { of: ['users'], methods: { GET: listUsers, POST: createUser } },
  '/Users/:id': { of: ['users'], methods: { GET: getUser, PUT: replaceUser, PATCH: patchUser, DELETE: deleteUser } },
  '/Groups': { of: ['groups'], methods: { GET: listGroups, POST: createGroup } },
  '/Groups/:id': {
    of: ['groups'],
    methods: { GET: getGroup, PUT: replaceGroup, PATCH: patchGroup, DELETE: deleteGroup },
  },
  '/Me': { of: [], methods: { GET: me, POST: me, PUT: me, PATCH: me, DELETE: me } },
  '/ServiceProviderConfig': { discovery: true, methods: { GET: getServiceProviderConfig } },
  '/ResourceTypes': { discovery: true, methods: { GET: (call) => getResourceTypes(call) } },
  '/ResourceTypes/:id': { discovery: true, methods: { GET: getResourceTypes } },
  '/Schemas': { discovery: true, methods: { GET: (call) => getSchemas(call) } },
  '/Schemas/:id': { discovery: true, methods: { GET: getSchemas } },
  '/Bulk': { of: all, methods: { POST: (call: ScimCall) => answerBulk(call, findHandler) } },
  '/.search': { of: all, search: true, methods: { POST: searching(listAll) } },
  '/Users/.search': { of: ['users'], search: true, methods: { POST: searching(listUsers) } },
  '/Groups/.search': { of: ['groups'], search: true, methods: { POST: searching(listGroups) } },
  '/': { of: all, methods: { GET: listAll } },
}

const endpoints = new Map<string, Endpoint>(Object.entries(table))

/** The endpoint of a path below /v2, and the id in it. */
export function findEndpoint(path: string[]): { endpoint: Endpoint; id: string } | undefined {
  const exact = endpoints.get(`/${path.join('/')}`)
  if (exact) return { endpoint: exact, id: '' }
  const [collection = '', id = ''] = path
  const one = path.length === 2 ? endpoints.get(`/${collection}/:id`) : undefined
  return one && { endpoint: one, id }
}

/** Whether a request writes nothing, whatever its method. */
export function readsOnly(method: string, path: string[]): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const endpoint = findEndpoint(path)?.endpoint
  return method === 'POST' && !endpoint?.discovery && endpoint?.search === true
}

/**
 * What answers to a method at a path below /v2.
 * @throws ScimError 404, 405
 */
export function findHandler(path: string[], method: string): (call: ScimCall) => Answer {
  const found = findEndpoint(path)
  if (!found) throw notFound(`There is no endpoint /${path.join('/')}. Users are at /Users, groups at /Groups.`)
  const handler = found.endpoint.methods[method === 'HEAD' ? 'GET' : method]
  if (!handler) throw methodNotAllowed(`${method} is not possible here. Possible: ${allowOf(path)}.`)
  return (call) => handler(call, found.id)
}

/** The methods that a path takes, as the header Allow lists them; undefined for an unknown path. */
export function allowOf(path: string[]): string | undefined {
  const methods = Object.keys(findEndpoint(path)?.endpoint.methods ?? {})
  if (methods.length === 0) return undefined
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}
