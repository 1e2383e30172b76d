import { describe, expect, test } from 'vitest'
import { extended, extendedStrict, HR, TEAM } from '@/lib/testing/extensions'
import type { JsonObject } from '../json'
import { GROUP_URN, USER_URN } from '../schema/urns'
import { foldDocument } from './fold-document'
import { makeProjection, type ShownChange } from './projection'
import { readGroup } from './read-group'
import { readUser, replaceUser } from './read-user'
import { renderUser } from './render-user'

const read = (hr: JsonObject, registry = extended) => {
  const { document, notes } = readUser(registry, { schemas: [USER_URN, HR], userName: 'a', [HR]: hr })
  return { hr: document[HR], codes: notes.map(({ code }) => code) }
}

test.each<[string, JsonObject, JsonObject | undefined]>([
  [
    'names in any case are spelt as the schema does',
    { COSTCODE: 'A', Desk: { FLOOR: 3 } },
    { costCode: 'A', desk: { floor: 3 } },
  ],
  [
    'dates are kept as UTC in milliseconds',
    { hired: '2026-03-01T10:00:00+01:00' },
    { hired: '2026-03-01T09:00:00.000Z' },
  ],
  ['values outside the canonical ones are kept', { title: 'Sir' }, { title: 'Sir' }],
  ['equal values of a list are one', { scores: [1, 1, 2] }, { scores: [1, 2] }],
  ['null and [] are no value', { tags: [], level: null, desk: {} }, undefined],
  ['what is read-only is ignored', { rank: 'x' }, undefined],
  [
    'what is never returned is not kept',
    { pin: '1234', devices: [{ value: 'd', unlock: '1' }] },
    { devices: [{ value: 'd' }] },
  ],
  ['names of core are like any other', { active: false, schemas: ['x'] }, { active: false, schemas: ['x'] }],
  [
    'an address of a user follows from the id',
    { assistant: { value: 'u', $ref: 'http://evil' } },
    { assistant: { value: 'u' } },
  ],
  [
    'an address elsewhere is kept',
    { devices: [{ $ref: 'https://cmdb/7' }] },
    { devices: [{ $ref: 'https://cmdb/7' }] },
  ],
  ['a bare id is a reference', { assistant: 'u' }, { assistant: { value: 'u' } }],
  ['parts with several values', { desk: { keys: ['a', 'b', 'a'] } }, { desk: { keys: ['a', 'b'] } }],
])('%s', (_, sent, kept) => {
  expect(read(sent).hr).toEqual(kept)
})

test('read-only attributes that were sent are noted', () => {
  expect(read({ rank: 'x' }).codes).toContain('read-only')
})

test.each<[JsonObject, string]>([
  [{ level: '7' }, 'level must be a whole number, but the text "7" was sent.'],
  [{ level: 1.5 }, 'level must be a whole number'],
  [{ weight: 'heavy' }, 'weight must be a number'],
  [{ remote: 'yes' }, 'remote must be true or false'],
  [{ hired: 'yesterday' }, 'hired must be a date with time'],
  [{ picture: '§' }, 'picture must be base64 text'],
  [{ page: 7 }, 'page must be text'],
  [{ tags: [1] }, 'tags must be text'],
  [{ scores: ['1'] }, 'scores must be a whole number'],
  [{ desk: 'third floor' }, 'desk must be an object with floor, room, keys'],
  [{ desk: { floor: 'third' } }, 'desk.floor must be a whole number'],
  [{ devices: [{ ports: ['a'] }] }, 'devices.ports must be a whole number'],
])('%j is refused: %s', (sent, detail) => {
  expect(() => read(sent)).toThrowError(
    expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining(detail) }),
  )
})

test('names without the URN, and qualified ones, are a leniency', () => {
  const body = { schemas: [USER_URN], userName: 'a', costCode: 'A', [`${HR}:level`]: 3, [`${HR}:desk.floor`]: 2 }
  expect(readUser(extended, body).document[HR]).toEqual({ costCode: 'A', level: 3, desk: { floor: 2 } })
  expect(readUser(extendedStrict, body).document[HR]).toBeUndefined()
  // Core has a title: the extension's is named by its URN alone.
  expect(readUser(extended, { ...body, title: 'Dr' }).document).toMatchObject({ title: 'Dr', [HR]: { costCode: 'A' } })
})

describe('what an extension requires', () => {
  const group = (team: JsonObject) =>
    readGroup(extended, { schemas: [GROUP_URN], displayName: 'g', [TEAM]: team }).document[TEAM]
  test('is required where the extension is used', () => {
    expect(group({})).toBeUndefined()
    expect(group({ code: 'x', leads: [{ value: 'a' }] })).toEqual({ code: 'x', leads: [{ value: 'a' }] })
    const refused: [JsonObject, string][] = [
      [{ budget: 1 }, `${TEAM}:code`],
      [{ code: 'x', leads: [{ value: 'a' }, { since: '2026-01-01T00:00:00Z' }] }, `${TEAM}:leads.value`],
    ]
    for (const [sent, name] of refused)
      expect(() => group(sent)).toThrowError(
        expect.objectContaining({ scimType: 'invalidValue', detail: expect.stringContaining(name) }),
      )
  })
})

describe('what is set once, in a PUT', () => {
  const put = (before: JsonObject | undefined, sent: JsonObject) => {
    const current = { userName: 'a', active: true, ...(before && { [HR]: before }) }
    return replaceUser(extended, current, readUser(extended, { userName: 'a', [HR]: sent }))[HR]
  }
  test('is kept when left out, set when new, the same in another case', () => {
    expect(put({ contract: 'C1', level: 1 }, {})).toEqual({ contract: 'C1' })
    expect(put({ level: 1 }, { contract: 'C1' })).toEqual({ contract: 'C1' })
    expect(put({ contract: 'C1' }, { contract: 'c1' })).toEqual({ contract: 'c1' })
  })
  test('is no other', () => {
    expect(() => put({ contract: 'C1' }, { contract: 'C2' })).toThrowError(
      expect.objectContaining({
        status: 400,
        scimType: 'mutability',
        detail: expect.stringContaining(`${HR}:contract`),
      }),
    )
  })
})

describe('an answer', () => {
  const id = '019ac000-0000-7000-8000-000000000001'
  const hr: JsonObject = {
    code: 'c',
    level: 1,
    salary: 9.5,
    assistant: { value: id },
    devices: [{ value: 'd', $ref: 'https://cmdb/7' }],
    pin: 'left over from another definition',
    gone: 'likewise',
  }
  const show = (included: string[], excluded: string[] = [], change?: ShownChange, extension = hr) =>
    renderUser(
      extended,
      {
        id,
        document: { userName: 'a', active: true, [HR]: extension },
        created: new Date(0),
        lastModified: new Date(0),
        version: 'W/"1"',
      },
      'https://x',
      makeProjection(extended, 'User', included, excluded, change),
    )
  const namesOf = (...args: Parameters<typeof show>) => Object.keys((show(...args)[HR] as object | undefined) ?? {})

  test('lists the extension among its schemas only where it has something', () => {
    expect(show([]).schemas).toEqual([USER_URN, HR])
    expect(show([], [], undefined, { gone: 1 }).schemas).toEqual([USER_URN])
  })
  test('makes the address of a user', () => {
    expect(show([])[HR]).toMatchObject({
      assistant: { value: id, $ref: `https://x/Users/${id}` },
      devices: [{ value: 'd', $ref: 'https://cmdb/7' }],
    })
  })
  test.each<[string, Parameters<typeof show>, string[]]>([
    ['all but what must be asked for', [[]], ['code', 'assistant', 'devices', 'level']],
    ['what is asked for', [[`${HR}:salary`]], ['salary', 'code']],
    ['by its bare name', [['salary']], ['salary', 'code']],
    ['always what always is', [['userName']], ['code']],
    ['the whole extension', [[HR]], ['level', 'salary', 'code', 'assistant', 'devices']],
    ['without what is left out', [[], [`${HR}:level`, `${HR}:code`]], ['code', 'assistant', 'devices']],
    ['without the extension, but for what is always there', [[], [HR]], ['code']],
    ['what a change says', [[], [], { after: { [HR]: hr } }], ['level', 'salary', 'code', 'assistant', 'devices']],
    [
      'not what a change leaves',
      [[], [], { before: { [HR]: hr }, after: { [HR]: hr } }],
      ['level', 'code', 'assistant', 'devices'],
    ],
  ])('%s', (_, args, names) => {
    expect(namesOf(...args).sort()).toEqual([...names].sort())
  })
})

test('texts are folded by their own definition', () => {
  const document = {
    userName: 'A',
    [HR]: { costCode: 'Ab', badge: 'Ab', tags: ['Ab'], desk: { room: 'Ab' }, page: 'Ab' },
  }
  expect(foldDocument(extended, 'User', document)[HR]).toEqual({
    costCode: 'ab',
    badge: 'Ab',
    tags: ['ab'],
    desk: { room: 'ab' },
    page: 'Ab',
  })
})
