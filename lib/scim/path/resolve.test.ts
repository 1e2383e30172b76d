import { describe, expect, test } from 'vitest'
import { takeNotes } from '../notes'
import { createRegistry } from '../schema/registry'
import type { SchemaDefinition } from '../schema/types'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'
import { parseAttrPath } from './attr-path'
import { parsePatchPath } from './patch-path'
import { resolveAttr } from './resolve'

const text = (name: string) =>
  ({
    name,
    type: 'string',
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  }) as const
const extension = (id: string, names: string[]): SchemaDefinition => ({
  id,
  name: id,
  description: '',
  attributes: names.map(text),
})
const rules = {
  allowSameGroupNames: false,
  // The second URN begins with the first.
  extensions: [extension('urn:x:2.0:User', ['shoe', 'both']), extension('urn:x:2.0:User:more', ['hat', 'both'])],
}
const registry = createRegistry({ strict: false, ...rules })
const strict = createRegistry({ strict: true, ...rules })

describe('what a path names', () => {
  test.each<[path: string, name: string | undefined, pointer?: string[], code?: string]>([
    ['userName', 'userName', ['userName']],
    ['USERNAME', 'userName', ['userName']],
    ['name.familyname', 'name.familyName', ['name', 'familyName']],
    ['emails', 'emails.value', ['emails', 'value']],
    ['emails.type', 'emails.type', ['emails', 'type']],
    ['addresses', 'addresses', ['addresses']],
    ['name', 'name', ['name']],
    ['id', 'id', ['id']],
    ['meta.created', 'meta.created', ['meta', 'created']],
    ['groups', 'groups.value', ['groups', 'value']],
    ['groups.$ref', 'groups.$ref', ['groups', '$ref']],
    [`${USER_URN}:name.givenName`, 'name.givenName', ['name', 'givenName']],
    [`${USER_URN}:externalId`, 'externalId', ['externalId']],
    [`${ENT}:department`, `${ENT}:department`, [ENT, 'department']],
    [`${ENT.toLowerCase()}:DEPARTMENT`, `${ENT}:department`, [ENT, 'department']],
    [`${ENT}:manager`, `${ENT}:manager.value`, [ENT, 'manager', 'value']],
    [`${ENT}:manager.displayName`, `${ENT}:manager.displayName`, [ENT, 'manager', 'displayName']],
    [`${ENT}.manager.value`, `${ENT}:manager.value`, [ENT, 'manager', 'value'], 'dot-after-urn'],
    ['department', `${ENT}:department`, [ENT, 'department'], 'bare-extension-names'],
    ['manager.value', `${ENT}:manager.value`, [ENT, 'manager', 'value'], 'bare-extension-names'],
    ['urn:scim:schemas:extension:enterprise:1.0:department', `${ENT}:department`, [ENT, 'department'], 'legacy-urns'],
    ['urn:x:2.0:User:shoe', 'urn:x:2.0:User:shoe', ['urn:x:2.0:User', 'shoe']],
    ['urn:x:2.0:User:more:hat', 'urn:x:2.0:User:more:hat', ['urn:x:2.0:User:more', 'hat']],
    ['shoe', 'urn:x:2.0:User:shoe', ['urn:x:2.0:User', 'shoe'], 'bare-extension-names'],
    ['both', undefined],
    ['members', undefined],
    ['name.nick', undefined],
    ['userName.x', undefined],
    [ENT, undefined],
    [USER_URN, undefined],
    [`${ENT}:userName`, undefined],
    ['urn:y:2.0:User:shoe', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ])('%s', (path, name, pointer, code) => {
    const notes = takeNotes()
    const target = resolveAttr(registry, 'User', parseAttrPath(path), notes)
    expect(target?.name).toBe(name)
    expect(target?.pointer).toEqual(pointer)
    expect(notes.list.map((note) => note.code)).toEqual(code ? [code] : [])
    expect(resolveAttr(strict, 'User', parseAttrPath(path))?.name).toBe(code ? undefined : name)
  })
})

describe('paths of PATCH operations', () => {
  test.each([
    ['userName', { attr: { name: 'userName' } }],
    [' name.givenName ', { attr: { name: 'name', sub: 'givenName' } }],
    ['emails[type eq "work"]', { attr: { name: 'emails' }, filter: { kind: 'compare', op: 'eq' } }],
    ['emails[type eq "work"].value', { sub: 'value', filter: { kind: 'compare' } }],
    ['emails [ type eq "]" ] .value', { sub: 'value', filter: { value: ']' } }],
    [`${ENT}:manager[value eq "x"].displayName`, { attr: { schema: ENT, name: 'manager' }, sub: 'displayName' }],
    ['members[value eq "1"]', { attr: { name: 'members' } }],
  ])('%s', (path, expected) => expect(parsePatchPath(path)).toMatchObject(expected))

  test.each([
    ['', 'invalidPath'],
    ['/emails', 'invalidPath'],
    ['emails[', 'invalidFilter'],
    ['emails[type eq "work"', 'invalidFilter'],
    ['emails[]', 'invalidFilter'],
    ['[type eq "work"]', 'invalidPath'],
    ['emails[type eq "work"]value', 'invalidPath'],
    ['emails[type eq "work"].value.x', 'invalidPath'],
    ['emails[type eq "work"].value and', 'invalidPath'],
    ['emails[type eq "work"][x]', 'invalidPath'],
    ['emails[type eq "wo', 'invalidPath'],
    ['a.b.c', 'invalidPath'],
    ['a b', 'invalidPath'],
  ])('%s is refused', (path, scimType) => {
    expect(() => parsePatchPath(path)).toThrowError(expect.objectContaining({ status: 400, scimType }))
  })
})
