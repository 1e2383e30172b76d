import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, USER_URN } from '../schema/urns'
import { readUser, replaceUser } from './read-user'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })

function read(body: JsonObject, registry = sharedRegistry) {
  const { document, activeSent, notes } = readUser(registry, { schemas: [USER_URN], ...body })
  return { document, activeSent, codes: notes.map((note) => note.code) }
}

describe('Strict', () => {
  const refused: [string, JsonObject, string][] = [
    ['boolean-strings', { userName: 'a', active: 'False' }, 'invalidValue'],
    ['bare-values', { userName: 'a', emails: ['e'] }, 'invalidValue'],
    ['single-for-list', { userName: 'a', emails: { value: 'e' } }, 'invalidValue'],
    [
      'several-primaries',
      {
        userName: 'a',
        emails: [
          { value: '1', primary: true },
          { value: '2', primary: true },
        ],
      },
      'invalidValue',
    ],
    ['manager-forms', { userName: 'a', [ENT]: { manager: 'm' } }, 'invalidValue'],
    ['missing-schemas', { userName: 'a', schemas: null }, 'invalidSyntax'],
  ]
  test.each(refused)('%s is off', (_rule, body, scimType) => {
    expect(() => read(body, strict)).toThrowError(expect.objectContaining({ status: 400, scimType }))
  })

  test('names that only a leniency understands are unknown: ignored and noted', () => {
    const body = { userName: 'a', department: 'D', 'name.givenName': 'A', [`${ENT}.division`]: 'V' }
    const { document, codes } = read(body, strict)
    expect(document).toEqual({ userName: 'a', active: true })
    expect(new Set(codes)).toEqual(new Set(['unknown-attribute']))
  })
})

describe('PUT', () => {
  test('clears what is left out', () => {
    expect(
      replaceUser(sharedRegistry, { userName: 'a', active: true, title: 'x' }, read({ userName: 'b', active: true }))
        .title,
    ).toBeUndefined()
  })
  test.each([sharedRegistry, strict])('a missing active keeps its value', (registry) => {
    expect(replaceUser(registry, { userName: 'a', active: false }, read({ userName: 'b' }, registry)).active).toBe(
      false,
    )
    expect(
      replaceUser(registry, { userName: 'a', active: false }, read({ userName: 'b', active: null }, registry)).active,
    ).toBe(false)
    expect(
      replaceUser(registry, { userName: 'a', active: false }, read({ userName: 'b', active: true }, registry)).active,
    ).toBe(true)
  })
})
