import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScimError } from '../error'
import { equalJson, type Json, type JsonObject } from '../json'
import { diffDocuments } from '../resource/diff'
import { foldDocument } from '../resource/fold-document'
import { readUser } from '../resource/read-user'
import { renderUser } from '../resource/render-user'
import { sharedRegistry } from '../schema/registry'
import { ENTERPRISE_URN as ENT, PATCH_OP_URN, USER_URN } from '../schema/urns'
import { patchUser } from './patch-user'
import { readPatch } from './read-patch'

const word = fc.constantFrom('a', 'B', 'b', 'work', 'home', '')
const email = fc.record({ value: word, type: word, primary: fc.boolean() }, { requiredKeys: [] })
const body: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      title: word,
      active: fc.boolean(),
      name: fc.record({ givenName: word, familyName: word }, { requiredKeys: [] }),
      emails: fc.array(email, { maxLength: 3 }),
      [ENT]: fc.record({ department: word, manager: fc.record({ value: word }) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  .map((attributes) => ({ schemas: [USER_URN], userName: 'u', ...attributes }))
const document = body.map((each) => readUser(sharedRegistry, each).document)

const path = fc.constantFrom(
  'title',
  'active',
  'name',
  'name.givenName',
  'emails',
  'emails.type',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails[primary eq true].display',
  'emails[value co "a"]',
  'department',
  `${ENT}:manager`,
  ENT,
  'shoeSize',
  'id',
  'password',
)
const value: fc.Arbitrary<Json> = fc.oneof(
  word,
  fc.boolean(),
  fc.constant(null),
  fc.constant([] as Json),
  email as fc.Arbitrary<Json>,
  fc.array(email, { maxLength: 2 }) as fc.Arbitrary<Json>,
  body,
)
const operation: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'replace', 'Remove'), path, value }),
  fc.record({ op: fc.constant('remove'), path }),
  fc.record({ op: fc.constantFrom('add', 'replace'), value }),
)

function patch(current: JsonObject, operations: JsonObject[]) {
  const read = readPatch(sharedRegistry, { schemas: [PATCH_OP_URN], Operations: operations })
  return patchUser(sharedRegistry, current, read.operations)
}

describe('any PATCH', () => {
  test('throws a ScimError or leaves a sound document, and the one before untouched', () => {
    fc.assert(
      fc.property(document, fc.array(operation, { minLength: 1, maxLength: 4 }), (current, operations) => {
        const before = structuredClone(current)
        try {
          const result = patch(current, operations)
          expect(result.changed).toBe(
            diffDocuments(current, result.document).length > 0 || !equalJson(current, result.document),
          )
          // What comes out is in normal form: reading its rendering gives it again.
          const stored = {
            id: 'x',
            document: result.document,
            created: new Date(0),
            lastModified: new Date(0),
            version: '',
          }
          const again = readUser(sharedRegistry, renderUser(sharedRegistry, stored, 'https://x'))
          expect(again.document).toEqual(result.document)
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
        }
        expect(current).toEqual(before)
      }),
      { numRuns: 1500 },
    )
  })

  test('with one operation changes nothing the second time', () => {
    fc.assert(
      fc.property(document, operation, (current, each) => {
        let once: JsonObject
        try {
          once = patch(current, [each]).document
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
          return
        }
        // A remove or a rename may leave nothing that a filter could choose again.
        try {
          expect(patch(once, [each])).toMatchObject({ changed: false })
        } catch (error) {
          if (!(error instanceof ScimError)) throw error
          expect(error.scimType).toBe('noTarget')
        }
      }),
      { numRuns: 1500 },
    )
  })
})

test('replacing every attribute of one user by those of another makes it that user', () => {
  const names = ['title', 'name', 'emails', ENT, 'active', 'userName']
  fc.assert(
    fc.property(document, document, (current, wanted) => {
      const clear = names
        .filter((name) => name !== 'userName' && name !== 'active')
        .map((name) => ({ op: 'remove', path: name }))
      const set = names.flatMap((name) =>
        wanted[name] === undefined ? [] : [{ op: 'replace', path: name, value: wanted[name] }],
      )
      expect(patch(current, [...clear, ...set]).document).toEqual(wanted)
      expect(diffDocuments(patch(current, [...clear, ...set]).document, wanted)).toEqual([])
    }),
  )
})

test('folding is idempotent', () => {
  fc.assert(
    fc.property(document, (each) => {
      const folded = foldDocument(sharedRegistry, 'User', each)
      expect(foldDocument(sharedRegistry, 'User', folded)).toEqual(folded)
    }),
  )
})
