import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Sql, join, query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { groupColumnNames, groupColumnValues } from '@/lib/directory/group-columns'
import { userColumnNames, userColumnValues } from '@/lib/directory/user-columns'
import {
  type Document,
  type Filter,
  GROUP_URN,
  type JsonObject,
  type ResourceTypeName,
  ScimError,
  USER_URN,
  checkFilter,
  evaluateFilter,
  foldName,
  parseFilter,
  printFilter,
} from '@/lib/scim'
import { useDatabase } from '@/lib/testing/database'
import { extended } from '@/lib/testing/extensions'
import { clean, filtersOver, groupPaths, people, teams, userLists, userPaths, words } from '@/lib/testing/filters'
import { makeProvider } from '@/lib/testing/scim-calls'
import { compileFilter } from './compile-filter'
import { targetsAmong } from './targets-among'
import { userTargets } from './user-targets'

useDatabase()

const registry = extended
const at = new Date('2026-03-01T09:30:00.120Z')

interface Stored {
  id: string
  type: ResourceTypeName
  document: JsonObject
}

async function storeUsers(providerId: string, documents: Document[]): Promise<Stored[]> {
  return Promise.all(
    documents.map(async (sample, index) => {
      const id = uuidv7()
      const document = { userName: `${words[index % words.length]}${index}`, ...sample }
      await query(sql`insert into users (id, provider_id, created_at, created_request, updated_at, updated_request,
          user_name_key, ${userColumnNames})
        select ${id}::uuid, ${providerId}::uuid, ${at}::timestamptz, ${id}::uuid, ${at}::timestamptz, ${id}::uuid,
          ${foldName(String(document.userName))}::text, ${userColumnValues(registry, document)}`)
      return whole(id, 'User', document)
    }),
  )
}

async function storeGroups(providerId: string, documents: Document[], users: Stored[]): Promise<Stored[]> {
  return Promise.all(
    documents.map(async (sample, index) => {
      const id = uuidv7()
      const document = { displayName: `${words[index % words.length]}${index}`, ...sample }
      await query(sql`insert into groups (id, provider_id, created_at, created_request, updated_at, updated_request,
          ${groupColumnNames})
        select ${id}::uuid, ${providerId}::uuid, ${at}::timestamptz, ${id}::uuid, ${at}::timestamptz, ${id}::uuid,
          ${groupColumnValues(registry, document)}`)
      const members = users.slice(index, index + (index % 3))
      await query(sql`insert into memberships (group_id, user_id, added_at, request_id)
        select ${id}::uuid, unnest(${members.map((user) => user.id)}::uuid[]), ${at}::timestamptz, ${id}::uuid`)
      return whole(id, 'Group', {
        ...document,
        members: members.map(({ id: value, document: { displayName, userName } }) => ({
          value,
          type: 'User',
          display: displayName ?? userName!,
        })),
      })
    }),
  )
}

/** A resource as it is answered, as far as filters look at it. */
const whole = (id: string, type: ResourceTypeName, document: JsonObject): Stored => ({
  id,
  type,
  document: {
    ...document,
    id,
    schemas: [
      type === 'User' ? USER_URN : GROUP_URN,
      ...Object.keys(document).filter((name) => name.startsWith('urn:')),
    ],
    meta: { resourceType: type, created: at.toISOString(), lastModified: at.toISOString() },
  },
})

const tables: Record<ResourceTypeName, Sql> = { User: sql`users`, Group: sql`groups` }

/** Searches resources of some types with many filters, in SQL and in memory; how many of them could be compared. */
async function compare(stored: Stored[], types: ResourceTypeName[], filters: fc.Arbitrary<string>) {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(filters, async (text) => {
      const filter: Filter = parseFilter(text)
      let expected: string[]
      try {
        checkFilter(registry, types, filter)
        expected = stored
          .filter(({ type, document }) => evaluateFilter(registry, type, filter, document, types))
          .map(({ id }) => id)
      } catch (error) {
        if (error instanceof ScimError) return
        throw error
      }
      const searches = types.map(
        (type) =>
          sql`select id from ${tables[type]} where ${compileFilter(filter, targetsAmong(registry, type, types))}`,
      )
      const found = await query<{ id: string }>(sql`${join(searches, ' union all ')}`)
      expect(found.map((row) => row.id).toSorted(), printFilter(filter)).toEqual(expected.toSorted())
      compared++
    }),
    { numRuns: 600, seed: 7 },
  )
  return compared
}

describe('SQL and the evaluator in memory choose the same', () => {
  const samples = fc.sample(people, { numRuns: 80, seed: 42 }).map(clean)

  test('users', async () => {
    const provider = await makeProvider()
    const users = await storeUsers(provider.id, samples)
    expect(await compare(users, ['User'], filtersOver(userPaths, userLists))).toBeGreaterThan(150)
  }, 120_000)

  test('users and groups together, each without what only the other has', async () => {
    const provider = await makeProvider()
    const users = await storeUsers(provider.id, samples.slice(0, 30))
    const groups = await storeGroups(provider.id, fc.sample(teams, { numRuns: 30, seed: 43 }).map(clean), users)
    const filters = filtersOver([...userPaths, ...groupPaths, ...groupPaths], [...userLists, 'members', 'leads'])
    expect(await compare([...users, ...groups], ['User', 'Group'], filters)).toBeGreaterThan(150)
  }, 120_000)
})

test.each([
  ['nope eq "x"', 'nope'],
  ['password eq "x"', 'password'],
  ['password pr', 'password'],
  ['emails[nope eq "x"]', 'nope'],
  ['meta.location eq "x"', 'meta.location'],
  ['groups.$ref eq "x"', 'groups.$ref'],
])('%s is refused and named', (text, name) => {
  const compile = () => compileFilter(parseFilter(text), userTargets(registry))
  expect(compile).toThrow(expect.objectContaining({ scimType: 'invalidFilter', status: 400 }) as Error)
  expect(compile).toThrow(name)
})
