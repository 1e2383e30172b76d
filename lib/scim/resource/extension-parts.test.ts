import { describe, expect, test } from 'vitest'
import { ann, op, patchAnn } from '@/lib/testing/patching'
import type { JsonObject } from '../json'
import { createRegistry } from '../schema/registry'
import { readSchemas } from '../schema/read-schemas'
import { keepImmutable } from './immutable'
import { readProjection } from './projection'
import { readUser } from './read-user'
import { renderUser } from './render-user'

const KIT = 'urn:example:kit:2.0:User'
const kit = {
  id: KIT,
  name: 'Kit',
  attributes: [
    {
      name: 'box',
      type: 'complex',
      subAttributes: [{ name: 'serial', mutability: 'immutable', returned: 'always' }, { name: 'color' }],
    },
    { name: 'labels', multiValued: true, mutability: 'immutable' },
    {
      name: 'buddies',
      type: 'complex',
      multiValued: true,
      subAttributes: [
        { name: 'value' },
        { name: '$ref', type: 'reference', referenceTypes: ['User'] },
        { name: 'rank', mutability: 'readOnly' },
      ],
    },
    { name: 'secret', type: 'complex', mutability: 'writeOnly', subAttributes: [{ name: 'code' }] },
  ],
}
const schemas = readSchemas(JSON.stringify(kit), { extends: 'User', others: [] })
if ('faults' in schemas) throw new Error(schemas.faults.join())
const registry = createRegistry({ strict: false, allowSameGroupNames: false, extensions: schemas.schemas })

describe('a PUT and what is set once (RFC 7644 §3.5.1)', () => {
  const before = { userName: 'a', [KIT]: { box: { serial: 's1', color: 'red' }, labels: ['A', 'b'] } }
  const put = (body?: JsonObject) =>
    keepImmutable(registry.User, before, { userName: 'a', ...(body && { [KIT]: body }) })[KIT]

  test.each<[rule: string, body: JsonObject | undefined, after: JsonObject]>([
    [
      'a part that is left out stays',
      { box: { color: 'blue' }, labels: ['A', 'b'] },
      { box: { color: 'blue', serial: 's1' }, labels: ['A', 'b'] },
    ],
    ['a part goes with its whole', { labels: ['b', 'a'] }, { labels: ['b', 'a'] }],
    ['a list stays, the whole extension left out', undefined, { labels: ['A', 'b'] }],
  ])('%s', (_rule, body, after) => expect(put(body)).toEqual(after))

  test.each<[rule: string, body: JsonObject, name: string]>([
    ['another part', { box: { serial: 's2' } }, 'box.serial'],
    ['another list', { labels: ['A'] }, 'labels'],
  ])('%s is refused', (_rule, body, name) => {
    expect(() => put(body)).toThrowError(
      expect.objectContaining({ scimType: 'mutability', detail: expect.stringContaining(name) as string }) as Error,
    )
  })
})

describe('an answer', () => {
  const id = '2819c223-7f76-453a-919d-413861904646'
  const document: JsonObject = {
    userName: 'a',
    title: 'T',
    emails: [{ value: 'a@x' }],
    [KIT]: { box: { serial: 's1', color: 'red' }, buddies: [{ value: id }, { value: 'x' }] },
  }
  const shown = (search: string) => {
    const stored = { id: 'u', document, created: new Date(0), lastModified: new Date(0), version: 'W/"1"' }
    const {
      schemas: _,
      id: __,
      meta: ___,
      ...rest
    } = renderUser(registry, stored, 'https://host', readProjection(registry, 'User', new URLSearchParams(search)))
    return rest
  }

  test('has the address of each of a list of references', () => {
    expect(shown(`attributes=${KIT}:buddies`)[KIT]).toMatchObject({
      buddies: [{ value: id, $ref: `https://host/Users/${id}` }, { value: 'x' }],
    })
  })

  test.each<[search: string, rest: JsonObject]>([
    [`excludedAttributes=emails,${KIT}`, { userName: 'a', title: 'T', [KIT]: { box: { serial: 's1' } } }],
    [
      `excludedAttributes=emails,${KIT}:buddies,${KIT}:box`,
      { userName: 'a', title: 'T', [KIT]: { box: { serial: 's1' } } },
    ],
    [
      `excludedAttributes=emails,title,${KIT}:buddies`,
      { userName: 'a', [KIT]: { box: { serial: 's1', color: 'red' } } },
    ],
    ['attributes=emails.display', { [KIT]: { box: { serial: 's1' } } }],
    [
      'attributes=urn:ietf:params:scim:schemas:core:2.0:User',
      { userName: 'a', title: 'T', emails: [{ value: 'a@x' }], [KIT]: { box: { serial: 's1' } } },
    ],
  ])('%s', (search, rest) => expect(shown(search)).toEqual(rest))
})

test('parts of what is written only are neither kept nor said to be returned', () => {
  const body = { schemas: [], userName: 'a', [KIT]: { secret: { code: '1' } } }
  expect(readUser(registry, body).document).toEqual({ userName: 'a', active: true })
  const secret = schemas.schemas[0]!.attributes.find(({ name }) => name === 'secret')
  expect(secret).toMatchObject({ returned: 'never', subAttributes: [{ returned: 'never' }] })
})

test.each([
  ['$ref eq "https://host/Users/u"', 'invalidFilter'],
  ['rank eq "1"', 'noTarget'],
])('what no client sets makes no value: [%s] is %s', (filter, scimType) => {
  const operation = op('add', `${KIT}:buddies[${filter}].value`, 'u')
  expect(() => patchAnn(ann, [operation], registry)).toThrowError(expect.objectContaining({ scimType }) as Error)
})
