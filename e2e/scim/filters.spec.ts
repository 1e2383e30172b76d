import { expect, test } from './fixture'
import type { Scim } from './client'
import { unique } from './server'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** Four people that every case below is asked about; `mine` is a filter that finds them alone. */
async function people(scim: Scim) {
  const mark = unique('filter')
  const make = (name: string, attributes: object) =>
    scim.user({ userName: `${mark}.${name}`, externalId: `${mark}-${name}`, ...attributes })
  const boss = await make('boss', {
    displayName: 'Émile Ångström',
    title: 'Chief (EU)',
    name: { givenName: 'Émile', familyName: 'Ångström' },
    emails: [
      { value: `emile.${mark}@x.example`, type: 'work', primary: true },
      { value: 'emile@home.example', type: 'home' },
    ],
    [ENTERPRISE]: { department: 'Board', employeeNumber: '1' },
  })
  const ann = await make('ann', {
    displayName: 'Ann Berg',
    title: 'Clerk "one"',
    userType: 'Employee',
    name: { givenName: 'Ann', familyName: 'Berg' },
    emails: [{ value: `ann.${mark}@x.example`, type: 'work' }],
    roles: [{ value: 'buyer', primary: true }],
    [ENTERPRISE]: { department: 'Tours', employeeNumber: '2', manager: { value: boss.id } },
  })
  const bo = await make('bo', {
    displayName: 'Bo',
    active: false,
    emails: [{ value: 'bo@home.example', type: 'home' }],
    nickName: '',
  })
  const cy = await make('cy', { title: 'clerk 100%_\\' })
  return { mark, boss, ann, bo, cy }
}

type Person = 'boss' | 'ann' | 'bo' | 'cy'
interface Found {
  mark: string
  boss: { id: string; meta: { lastModified: string } & Record<string, string> }
}

const cases: [string | ((found: Found) => string), Person[]][] = [
  // operators
  ['displayName eq "ann berg"', ['ann']],
  ['displayName eq "ÉMILE ÅNGSTRÖM"', ['boss']],
  ['displayName eq "E\u0301mile A\u030angstro\u0308m"', ['boss']],
  ['displayName ne "Bo"', ['boss', 'ann', 'cy']],
  ['displayName co "n b"', ['ann']],
  ['displayName sw "Ém"', ['boss']],
  ['displayName ew "BERG"', ['ann']],
  ['displayName gt "b"', ['boss', 'bo']],
  ['displayName ge "bo"', ['boss', 'bo']],
  ['displayName lt "b"', ['ann']],
  ['displayName le "ann berg"', ['ann']],
  ['displayName pr', ['boss', 'ann', 'bo']],
  ['not (displayName pr)', ['cy']],
  ['displayName eq null', ['cy']],
  ['displayName ne null', ['boss', 'ann', 'bo']],
  ['nickName pr', []],
  ['nickName eq ""', ['bo']],
  ['displayName co ""', ['boss', 'ann', 'bo']],
  // text that means something to SQL
  ['title co "100%_\\\\"', ['cy']],
  ['title co "%"', ['cy']],
  ['title sw "_"', []],
  ['title eq "Clerk \\"one\\""', ['ann']],
  ['title eq "\' or 1=1 --"', []],
  ['title eq "\\u0063hief (eu)"', ['boss']],
  // booleans, also as text
  ['active eq true', ['boss', 'ann', 'cy']],
  ['active eq false', ['bo']],
  ['active eq "False"', ['bo']],
  ['active ne true', ['bo']],
  // attributes inside
  ['name.familyName eq "berg"', ['ann']],
  ['NAME.FAMILYNAME EQ "berg"', ['ann']],
  ['urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "berg"', ['ann']],
  [`${ENTERPRISE}:department eq "tours"`, ['ann']],
  ['department eq "board"', ['boss']],
  [`${ENTERPRISE}:manager.value pr`, ['ann']],
  [({ boss }) => `manager eq "${boss.id}"`, ['ann']],
  // several values
  ['emails eq "bo@home.example"', ['bo']],
  ['emails co "@home"', ['boss', 'bo']],
  ['emails.value ew "home.example"', ['boss', 'bo']],
  ['emails.type eq "work"', ['boss', 'ann']],
  ['emails.type ne "work"', ['boss', 'bo', 'cy']],
  ['not (emails.type eq "work")', ['bo', 'cy']],
  ['emails pr', ['boss', 'ann', 'bo']],
  ['emails[type eq "home"]', ['boss', 'bo']],
  ['emails[type eq "home" and value sw "bo"]', ['bo']],
  ['emails[type eq "work" and value co "@home"]', []],
  ['emails[not (type eq "home")]', ['boss', 'ann']],
  ['emails[type eq "home"].value co "emile"', ['boss']],
  ['emails[primary eq true].type eq "work"', ['boss']],
  ['emails[primary eq false]', ['boss', 'ann', 'bo']],
  ['roles[primary eq "True"].value eq "buyer"', ['ann']],
  // logic
  ['displayName eq "Bo" or title sw "clerk"', ['ann', 'bo', 'cy']],
  ['title sw "clerk" and displayName pr or active eq false', ['ann', 'bo']],
  ['title sw "clerk" and (displayName pr or active eq false)', ['ann']],
  ['not (title sw "clerk" or active eq false)', ['boss']],
  ['((title pr))', ['boss', 'ann', 'cy']],
  // what every resource has
  [({ boss }) => `id eq "${boss.id}"`, ['boss']],
  [({ boss }) => `id ne "${boss.id}"`, ['ann', 'bo', 'cy']],
  ['id eq "no-uuid"', []],
  [({ mark }) => `externalId eq "${mark}-bo"`, ['bo']],
  [({ mark }) => `externalId eq "${mark.toUpperCase()}-BO"`, []],
  [({ mark }) => `userName eq "${mark.toUpperCase()}.BO"`, ['bo']],
  [({ boss }) => `meta.created ge "${boss.meta['created']}"`, ['boss', 'ann', 'bo', 'cy']],
  [({ boss }) => `meta.created eq "${boss.meta['created']!.replace('Z', '+00:00')}"`, ['boss']],
  ['meta.lastModified lt "2000-01-01T00:00:00Z"', []],
  ['meta.resourceType eq "User"', ['boss', 'ann', 'bo', 'cy']],
]

test.describe('what a filter finds', () => {
  test.describe.configure({ mode: 'default' })
  let found: Awaited<ReturnType<typeof people>>
  let made: Scim
  test.beforeAll(async () => {
    const { Scim } = await import('./client')
    const { suite } = await import('./server')
    made = new Scim(suite)
    found = await people(made)
  })
  test.afterAll(() => made.cleanUp())

  for (const [filter, expected] of cases) {
    const shown =
      typeof filter === 'string'
        ? filter
        : filter({ mark: 'M', boss: { id: 'B', meta: { lastModified: '', created: 'TZ' } } })
    test(shown, async ({ scim }) => {
      const text = typeof filter === 'string' ? filter : filter(found as unknown as Found)
      const ids = await scim.find('/Users', `(${text}) and userName sw "${found.mark}."`)
      const names = (['boss', 'ann', 'bo', 'cy'] as const).filter((name) => ids.includes(found[name].id))
      expect(names).toEqual(expected)
      expect(ids).toHaveLength(expected.length)
    })
  }
})

test.describe('filters on groups', () => {
  test('members, nested or not, displayName, externalId', async ({ scim }) => {
    const mark = unique('gf')
    const [ann, bo] = [await scim.user(), await scim.user()]
    const inner = await scim.group({ displayName: `${mark} inner`, externalId: mark, members: [{ value: ann.id }] })
    const outer = await scim.group({ displayName: `${mark} outer`, members: [{ value: inner.id }, { value: bo.id }] })
    const found = (filter: string) => scim.find('/Groups', `${filter} and displayName sw "${mark}"`)
    expect(await found(`members eq "${ann.id}"`)).toEqual([inner.id])
    expect(await found(`members.value eq "${bo.id}"`)).toEqual([outer.id])
    expect(await found(`members[value eq "${inner.id}"]`)).toEqual([outer.id])
    expect(await found(`members eq "${inner.id}"`)).toEqual([outer.id])
    expect(await found(`externalId eq "${mark}"`)).toEqual([inner.id])
    expect(await found('not (members pr)')).toEqual([])
    expect(await scim.find('/Users', `groups.value eq "${outer.id}"`)).toEqual([ann.id, bo.id])
    expect(await scim.find('/Users', `groups eq "${inner.id}"`)).toEqual([ann.id])
  })
})

test.describe('refused filters', () => {
  const refused: [string, string | RegExp][] = [
    ['shoeSize eq "43"', 'shoeSize'],
    ['name.shoeSize eq "43"', 'shoeSize'],
    ['urn:none:User:x eq "1"', /urn:none/],
    ['userName', ''],
    ['userName eq', ''],
    ['userName eq ann', ''],
    ['userName is "ann"', 'is'],
    ['userName eq "ann', ''],
    ['userName eq "a" and', ''],
    ['(userName eq "a"', ''],
    ['userName eq "a")', ''],
    ['userName eq "a" userName pr', ''],
    ['emails[type eq "work"', ''],
    ['emails[]', ''],
    ['eq "a"', ''],
    ['active gt true', 'active'],
    ['active co "tr"', 'active'],
    ['active eq "perhaps"', 'active'],
    ['meta.created gt "yesterday"', 'meta.created'],
    ['userName eq 17', 'userName'],
    ['userName eq "\\u0000"', ''],
    ['password pr', 'password'],
    ['meta.version eq "1"', 'meta.version'],
    ['groups.$ref pr', 'groups.$ref'],
    ['manager.$ref pr', 'manager.$ref'],
    ['manager.$ref co "/Users/"', 'manager.$ref'],
    ['manager[$ref pr]', 'manager.$ref'],
    [`userName eq "${'x'.repeat(9000)}"`, '8 KiB'],
    [`${'('.repeat(40)}userName pr${')'.repeat(40)}`, '32'],
    [Array.from({ length: 201 }, () => 'title pr').join(' or '), '200'],
  ]
  for (const [filter, names] of refused)
    test(filter.slice(0, 60), async ({ scim }) => {
      const path = `/Users?filter=${encodeURIComponent(filter)}`
      await scim.refused(
        { method: 'GET', path },
        filter.length > 8192 ? 413 : 400,
        filter.length > 8192 ? undefined : 'invalidFilter',
        names,
      )
    })
})

test('spaces may be plus signs, quotation marks literal', async ({ scim }) => {
  const userName = `${unique('a+b')}@x.example`
  const { id } = await scim.user({ userName })
  const part = encodeURIComponent(userName)
  for (const filter of [`userName+eq+"${part}"`, `userName%20eq%20%22${part}%22`, `userName++eq++%22${part}%22`])
    await scim.get(`/Users?filter=${filter}`, { status: 200, body: { Resources: [{ id }] } })
})
