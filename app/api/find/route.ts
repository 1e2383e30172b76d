import { nameOf } from '@/app/(portal)/provider-names'
import { adminOrProblem } from '@/lib/auth/require-admin'
import { searchGroups } from '@/lib/directory/portal-groups'
import { searchUsers } from '@/lib/directory/portal-users'
import { log } from '@/lib/http/log'
import { listProviders } from '@/lib/providers/providers'
import { parseFilter, sharedRegistry } from '@/lib/scim'

const MOST = 6
const LONGEST = 100

/** Users and groups of any provider whose name begins with `q`, or that have it as an id: a few of each. */
export async function GET(request: Request) {
  const admin = await adminOrProblem()
  if (admin instanceof Response) return admin
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST)
  const headers = { 'cache-control': 'no-store' }
  if (words === '') return Response.json({ users: [], groups: [] }, { headers })
  try {
    const providers = await listProviders()
    const slugOf = new Map(providers.map(({ id, slug }) => [id, slug]))
    const providerName = nameOf(providers)
    const text = JSON.stringify(words)
    const search = { providerIds: [...slugOf.keys()], registry: sharedRegistry, page: 1, rows: MOST }
    const named = (...paths: string[]) =>
      parseFilter([...paths.map((path) => `${path} sw ${text}`), `externalId eq ${text}`, `id eq ${text}`].join(' or '))
    const [{ users }, { groups }] = await Promise.all([
      searchUsers({
        ...search,
        filter: named('userName', 'displayName'),
        sort: { column: 'userName', descending: false },
      }),
      searchGroups({ ...search, filter: named('displayName'), sort: { column: 'name', descending: false } }),
    ])
    return Response.json(
      {
        users: users.map(({ id, providerId, userName, lastRealName, displayName, active }) => ({
          id,
          slug: slugOf.get(providerId),
          provider: providerName(providerId),
          name: displayName ?? lastRealName ?? userName,
          detail: lastRealName ?? userName,
          active,
        })),
        groups: groups.map(({ id, providerId, displayName, total }) => ({
          id,
          slug: slugOf.get(providerId),
          provider: providerName(providerId),
          name: displayName,
          detail: total === 1 ? '1 user' : `${total} users`,
        })),
      },
      { headers },
    )
  } catch (error) {
    log().error({ err: error }, 'People could not be found')
    const problem = { type: 'about:blank', title: 'Not found out', status: 500, detail: 'The database did not answer.' }
    return Response.json(problem, {
      status: 500,
      headers: { ...headers, 'content-type': 'application/problem+json' },
    })
  }
}
