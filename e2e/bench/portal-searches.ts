import { database } from '@/lib/db/client'
import { attributeShares } from '@/lib/directory/portal-attributes'
import { userAsOf } from '@/lib/directory/portal-as-of'
import { directoryCounts } from '@/lib/directory/portal-counts'
import { userDetails } from '@/lib/directory/portal-details'
import { countUsersBy, frequentValues } from '@/lib/directory/portal-facets'
import { searchGroups, type UserNameTerm } from '@/lib/directory/portal-groups'
import { membersOfGroup } from '@/lib/directory/portal-members'
import { groupsOfUser } from '@/lib/directory/portal-memberships'
import { searchUsers, type UserSort } from '@/lib/directory/portal-users'
import { parseFilter, sharedRegistry } from '@/lib/scim'
import { countCallsBy, frequentNames } from '@/lib/sync-log/facets'
import { readCalls } from '@/lib/sync-log/found-calls'
import { syncLogHistogram } from '@/lib/sync-log/histogram'
import { historyOf } from '@/lib/sync-log/history'
import { lastSet } from '@/lib/sync-log/last-set'
import { searchSyncLog } from '@/lib/sync-log/search'
import { attributeRows } from '@/lib/tables/attribute-rows'

interface Search {
  name: string
  run: () => Promise<unknown>
}

/** What the four pages ask of the database, each as its page asks it. */
export async function portalSearches(providerId: string): Promise<Search[]> {
  const { prisma } = database()
  const user = await prisma.user.findFirstOrThrow({ where: { providerId }, skip: 777, orderBy: { id: 'asc' } })
  const everyone = await prisma.group.findFirstOrThrow({ where: { displayName: 'Everyone' } })
  const ids = { user: user.id, everyone: everyone.id, userName: user.userName, externalId: user.externalId ?? '' }
  return [
    { name: 'sidebar: counts of each provider', run: () => directoryCounts() },
    {
      name: 'attributes: shares of all attributes',
      run: () => attributeShares(providerId, attributeRows(sharedRegistry)),
    },
    { name: 'attributes: when they were last set', run: () => lastSet(providerId) },
    ...users(providerId, ids),
    ...groups(providerId, ids),
    ...calls(providerId, ids),
  ]
}

interface Ids {
  user: string
  everyone: string
  userName: string
  externalId: string
}

function users(providerId: string, ids: Ids): Search[] {
  const search = (name: string, filter = '', page = 1, column: UserSort = 'updated', descending = true) => ({
    name: `users: ${name}`,
    run: () =>
      searchUsers({
        providerIds: [providerId],
        registry: sharedRegistry,
        ...(filter && { filter: parseFilter(filter) }),
        sort: { column, descending },
        page,
        rows: 25,
      }),
  })
  const all = { providerIds: [providerId], registry: sharedRegistry }
  const sorts = ['userName', 'status', 'displayName', 'externalId', 'id', 'email', 'created'] as const
  return [
    search('first page'),
    search('page 3,000 of 4,000', '', 3000),
    ...sorts.map((column) => search(`sorted by ${column}, page 2,000`, '', 2000, column, false)),
    search('user name is', `userName eq "${ids.userName}"`),
    search('user name contains, few', 'userName co "lena.becker.99"'),
    search('user name contains, none', 'userName co "no such name"'),
    search('user name contains, all', 'userName co "@contoso"'),
    search('user name is not', `not (userName eq "${ids.userName}")`),
    search('group name is, 100,000 members', 'groups.display eq "everyone"'),
    search('group name contains, a tenth', 'groups.display co "engineer"'),
    search('group name contains, 1,999 groups', 'groups.display co "team"'),
    search('in no group', 'not (groups.display pr)'),
    search('updated in a week', `meta.lastModified ge "${daysAgo(7)}"`),
    search('internal id', `id eq "${ids.user}"`),
    search('IdP id', `externalId eq "${ids.externalId}"`),
    search('inactive', 'active eq false'),
    search('title is', 'title eq "agent 7"'),
    search('title contains', 'title co "gent 7"'),
    search('department is not', 'not (department eq "Sales")'),
    search('email ends with and title is', 'emails.value ew "@contoso.example" and title eq "agent 7"'),
    search('cost center empty', 'not (costCenter pr)'),
    { name: 'users: drawer', run: () => userDetails(ids.user) },
    { name: 'users: drawer, groups', run: () => groupsOfUser(ids.user) },
    { name: 'users: drawer, history', run: () => historyOf({ providerId, entityId: ids.user }) },
    { name: 'users: drawer, as of a week ago', run: () => userAsOf(ids.user, new Date(daysAgo(7))) },
    {
      name: 'users: counts beside the options of status',
      run: () => countUsersBy(all, ['active eq true', 'active eq false'].map(parseFilter)),
    },
    { name: 'users: the most frequent titles', run: () => frequentValues(all, ['title']) },
  ]
}

function groups(providerId: string, ids: Ids): Search[] {
  const search = (name: string, filter = '', page = 1, userName?: UserNameTerm, rows = 25) => ({
    name: `groups: ${name}`,
    run: () =>
      searchGroups({
        providerIds: [providerId],
        registry: sharedRegistry,
        ...(filter && { filter: parseFilter(filter) }),
        ...(userName && { userName }),
        sort: { column: 'name' as const, descending: false },
        page,
        rows,
      }),
  })
  return [
    search('first page, with Everyone'),
    search('100 rows', '', 1, undefined, 100),
    search('last page', '', 80),
    search('name contains', 'displayName co "abara"'),
    search('updated in a week', `meta.lastModified ge "${daysAgo(7)}"`),
    search('of one user', '', 1, { op: 'is', text: ids.userName }),
    search('of users whose name starts with lena', '', 1, { op: 'startsWith', text: 'lena' }),
    { name: 'groups: members of Everyone', run: () => membersOfGroup(ids.everyone, '', 1, 50) },
    { name: 'groups: members of Everyone, page 1,500', run: () => membersOfGroup(ids.everyone, '', 1500, 50) },
    { name: 'groups: history of Everyone', run: () => historyOf({ providerId, entityId: ids.everyone }) },
    { name: 'groups: members of Everyone by name', run: () => membersOfGroup(ids.everyone, 'lena.becker.99', 1, 50) },
  ]
}

function calls(providerId: string, ids: Ids): Search[] {
  const search = (name: string, filter = '', cursor?: string) => ({
    name: `sync logs: ${name}`,
    run: async () => {
      const time = `requestTime ge "${daysAgo(14)}"`
      const found = await searchSyncLog({
        providerIds: [providerId],
        filter: parseFilter(filter ? `${time} and ${filter}` : time),
        ...(cursor && { cursor }),
        rows: 25,
      })
      return readCalls(found.ids)
    },
  })
  const all = { providerIds: [providerId] }
  const weekAgo = (Date.now() - 7 * 86_400_000).toString(16).padStart(12, '0')
  return [
    {
      name: 'sync logs: histogram of two weeks',
      run: () => syncLogHistogram({ ...all, from: new Date(daysAgo(14)), now: new Date(), zone: 'Europe/Berlin' }),
    },
    {
      name: 'sync logs: counts beside the options of status',
      run: () => countCallsBy(all, ['status eq 200', 'status eq 409', 'status ge 500'].map(parseFilter)),
    },
    { name: 'sync logs: the most frequent names', run: () => frequentNames(all) },
    search('first page'),
    search('a page in the middle', '', `older.${weekAgo.slice(0, 8)}-${weekAgo.slice(8)}-7000-8000-000000000000`),
    search('entity name is', `entity.name eq "${ids.userName}"`),
    search('entity name contains, few', 'entity.name co "lena.becker.99"'),
    search('entity name contains, none', 'entity.name co "no such name"'),
    search('entity name contains, most', 'entity.name co "@contoso"'),
    search('payload names a user', `payload eq "${ids.user}"`),
    search('payload names a group', `payload eq "${ids.everyone}"`),
    search('internal id', `entity.id eq "${ids.user}"`),
    search('IdP id', `entity.externalId eq "${ids.externalId}"`),
    search('status 409', 'status eq 409'),
    search('status 5xx', 'status ge 500'),
    search('status 404, none', 'status eq 404'),
    search('status 200, 201 or 204', '(status eq 200 or status eq 201 or status eq 204)'),
    search('method DELETE', 'method eq "DELETE"'),
    search('groups', 'entity.type eq "Group"'),
    search('up to 200 ms', 'duration le 200'),
    search('more than 3 s', 'duration gt 3000'),
    search(
      'groups refused in a name that contains',
      'entity.type eq "Group" and status eq 409 and entity.name co "team"',
    ),
  ]
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
