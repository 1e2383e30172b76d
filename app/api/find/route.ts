import { nameOf } from '@/app/(portal)/provider-names'
import { answerAdmin } from '@/app/api/answer'
import { searchGroups } from '@/lib/directory/portal-groups'
import { searchUsers } from '@/lib/directory/portal-users'
import { listProviders } from '@/lib/providers/providers'
import { parseFilter, sharedRegistry } from '@/lib/scim'

const MOST = 6
const LONGEST = 100

/** Users and groups of any provider whose name begins with `q`, or that have it as an id: a few of each. */
export async function GET(request: Request) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST)
  return answerAdmin('Users and groups', async () => {
    if (words === '') return { users: [], groups: [] }
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
    return {
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
    }
  })
}
