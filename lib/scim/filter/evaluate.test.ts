import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { takeNotes } from '../notes'
import { createRegistry, sharedRegistry } from '../schema/registry'
import type { AttributeDefinition } from '../schema/types'
import { ENTERPRISE_URN as ENT } from '../schema/urns'
import { checkFilter } from './check'
import { evaluateFilter } from './evaluate'
import { parseFilter } from './parse'

const HR = 'urn:x:hr:2.0:User'
const attribute = (name: string, type: AttributeDefinition['type'], multiValued = false): AttributeDefinition => ({
  name,
  type,
  multiValued,
  description: name,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
})
const registry = createRegistry({
  strict: false,
  allowSameGroupNames: false,
  extensions: [
    {
      id: HR,
      name: 'HR',
      description: 'HR',
      attributes: [attribute('level', 'integer'), attribute('hired', 'dateTime'), attribute('tags', 'string', true)],
    },
  ],
})
const ann: JsonObject = {
  id: 'Id-1',
  externalId: 'Ext',
  userName: ' Ann@X.Example ',
  active: true,
  title: '',
  nickName: 'ÄNN',
  name: { givenName: 'Ann', middleName: '' },
  emails: [
    { value: 'Ann@work.example', type: 'Work', primary: true },
    { value: 'ann@home.example', type: 'home' },
  ],
  addresses: [{ locality: 'Rome' }],
  groups: [{ value: 'g1', display: 'Eng', type: 'direct' }],
  meta: { created: '2026-03-01T10:00:00.250Z', lastModified: '2026-03-02T10:00:00.000Z' },
  [ENT]: { department: 'Sales', manager: { value: 'M1' } },
  [HR]: { level: 7, hired: '2020-02-03T00:00:00.000Z', tags: ['Red', 'green'] },
}
const matches = (filter: string, document = ann) => evaluateFilter(registry, 'User', parseFilter(filter), document)

describe('a user satisfies', () => {
  test.each<[filter: string, expected: boolean]>([
    ['userName eq "ann@x.example"', true],
    ['USERNAME EQ "ANN@X.EXAMPLE"', true],
    ['userName eq "  ann@x.example "', true],
    ['userName sw "ann@"', true],
    ['userName ne "other"', true],
    ['externalId eq "ext"', false],
    ['externalId eq "Ext"', true],
    ['id eq "id-1"', false],
    ['id eq "Id-1" and manager eq "M1"', true],
    ['manager eq "m1"', false],
    [`${ENT}:manager.value eq "M1"`, true],
    [`${ENT}:manager eq "M1"`, true],
    [`${ENT}.department eq "sales"`, true],
    ['department eq "SALES"', true],
    ['nickName eq "änn"', true],
    ['nickName eq "a\u0308nn"', true],
    ['nickName co "ä"', true],
    ['emails co "@work"', true],
    ['emails.value ew "HOME.example"', true],
    ['emails.type eq "WORK"', true],
    ['emails ne "ann@work.example"', true],
    ['not (emails eq "ann@work.example")', false],
    ['emails[type eq "work" and value co "home"]', false],
    ['emails[type eq "work"].value eq "ann@WORK.example"', true],
    ['emails[type eq "home"].value eq "ann@work.example"', false],
    ['emails[primary eq false]', true],
    ['emails[primary eq "False"].value eq "ann@home.example"', true],
    ['emails.primary eq false', true],
    ['emails[not (primary eq true)]', true],
    ['emails[display ne "x"]', true],
    ['emails[display pr]', false],
    ['emails[primary pr and type eq "home"]', false],
    ['phoneNumbers.primary eq false', false],
    ['phoneNumbers[primary eq false]', false],
    ['addresses pr', true],
    ['addresses[locality eq "rome"]', true],
    ['groups eq "g1"', true],
    ['groups.display eq "eng"', true],
    ['active eq true', true],
    ['active eq "True"', true],
    ['active ne false', true],
    // "" is a value, but pr is false for it.
    ['title pr', false],
    ['title eq ""', true],
    ['title ne null', true],
    ['title co ""', true],
    ['name.middleName pr', false],
    ['name pr', true],
    ['locale pr', false],
    ['locale eq null', true],
    ['locale ne null', false],
    ['locale ne "x"', true],
    ['not (locale eq "x")', true],
    ['locale co ""', false],
    ['locale gt "a"', false],
    ['emails eq null', false],
    ['phoneNumbers eq null', true],
    ['phoneNumbers ne "1"', true],
    ['phoneNumbers pr', false],
    ['name.givenName gt "AMM"', true],
    ['name.givenName le "ann"', true],
    ['name.givenName lt "ann"', false],
    ['meta.created eq "2026-03-01T12:00:00.25+02:00"', true],
    ['meta.created eq "2026-03-01T10:00:00.250000Z"', true],
    ['meta.created eq "2026-03-01T10:00:00.2501Z"', false],
    ['meta.created lt "2026-03-01T10:00:00.2501Z"', true],
    ['meta.created gt "2026-03-01T10:00:00Z"', true],
    ['meta.created ge "2026-03-01T10:00:00.250Z"', true],
    ['meta.lastModified ne "2026-03-02T10:00:00Z"', false],
    ['level gt 6.5 and level lt 8', true],
    ['level eq 7', true],
    ['hired lt "2020-02-03T01:00:00+01:00"', false],
    ['hired le "2020-02-03T01:00:00+01:00"', true],
    ['tags eq "red"', true],
    ['tags[value sw "gr"]', true],
    ['tags ne "red"', true],
    ['locale pr or active eq true and level eq 7', true],
    ['(locale pr or active eq true) and level eq 8', false],
  ])('%s: %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected)
    checkFilter(registry, ['User'], parseFilter(filter))
  })
})

describe('refused, whatever the data', () => {
  test.each<[filter: string, detail: string]>([
    ['shoeSize eq 4', 'shoeSize'],
    ['locale pr and shoeSize pr', 'shoeSize'],
    ['name.nick pr', 'name.nick'],
    ['urn:x:y:2.0:User:size pr', 'urn:x:y'],
    ['phoneNumbers[kind eq "x"]', 'kind'],
    ['emails.value[type eq "x"]', 'brackets'],
    ['password eq "x"', 'never stored'],
    ['password pr', 'never stored'],
    ['manager.$ref pr', 'made when answering'],
    ['manager.$ref ne "x"', 'made when answering'],
    ['groups[$ref pr]', 'made when answering'],
    ['name eq "x"', 'several parts'],
    ['addresses co "x"', 'several parts'],
    ['active gt true', 'gt does not go with active'],
    ['active co "t"', 'co does not go with active'],
    ['active eq "maybe"', 'true or false'],
    ['x509Certificates gt "x"', 'gt does not go'],
    ['meta.created co "2026"', 'co does not go'],
    ['meta.created gt "yesterday"', 'point in time'],
    ['meta.created eq 5', 'point in time'],
    ['level eq "7"', 'number'],
    ['userName eq 5', 'double quotes'],
    ['userName gt null', 'null'],
  ])('%s', (filter, detail) => {
    expect(() => checkFilter(registry, ['User'], parseFilter(filter))).toThrowError(
      expect.objectContaining({ status: 400, scimType: 'invalidFilter', detail: expect.stringContaining(detail) }),
    )
  })

  test('known to one of the types that are searched is enough', () => {
    checkFilter(registry, ['User', 'Group'], parseFilter('userName pr or members pr'))
    expect(() => checkFilter(registry, ['Group'], parseFilter('userName pr'))).toThrow('userName')
  })

  test('in Strict booleans as text', () => {
    const reading = { strict: true, notes: takeNotes() }
    expect(() => checkFilter(registry, ['User'], parseFilter('active eq "True"'), reading)).toThrow('true or false')
  })
})

test('members and names of groups', () => {
  const group = { displayName: 'Eng ', members: [{ value: 'U1', type: 'User' }] }
  const of = (filter: string) => evaluateFilter(sharedRegistry, 'Group', parseFilter(filter), group)
  expect(of('displayName eq "ENG"')).toBe(true)
  expect(of('members eq "U1"')).toBe(true)
  expect(of('members.value eq "u1"')).toBe(false)
  expect(of('members[type eq "user"]')).toBe(true)
})

test.each([
  ['userName eq "x"', false],
  ['userName ne "x"', true],
  ['not (userName eq "x")', true],
  ['userName eq null', true],
  ['userName pr or emails[value pr]', false],
  ['urn:ietf:params:scim:schemas:core:2.0:User:displayName pr', false],
  ['displayName pr', true],
])('where users are searched too, of a group %s is %s', (text, expected) => {
  const group = { displayName: 'Eng', userName: 'x', emails: [{ value: 'x' }] }
  expect(evaluateFilter(sharedRegistry, 'Group', parseFilter(text), group, ['User', 'Group'])).toBe(expected)
})
