import { expect, test } from 'vitest'
import type { JsonObject } from '../json'
import { lostPlaces, refit } from './refit'
import { readSchemas } from './read-schemas'
import type { SchemaDefinition } from './types'

const schemaOf = (...attributes: object[]): SchemaDefinition => {
  const document = { id: 'urn:example:kit:2.0:User', name: 'Kit', attributes }
  const read = readSchemas(JSON.stringify(document), { extends: 'User', others: [] })
  if ('faults' in read) throw new Error(read.faults.join())
  return read.schemas[0]!
}
const box = (...subAttributes: object[]) => ({ name: 'box', type: 'complex', subAttributes })
const boxes = (...subAttributes: object[]) => ({ ...box(...subAttributes), name: 'boxes', multiValued: true })

const was = schemaOf(
  { name: 'size' },
  { name: 'level', type: 'integer' },
  box({ name: 'a' }, { name: 'b' }),
  boxes({ name: 'a' }),
)
const value = { size: 'L', box: { a: '1', b: '2' }, boxes: [{ a: '1' }] }

test.each<[rule: string, is: SchemaDefinition | undefined, lost: string[][], kept: JsonObject | undefined]>([
  ['the same schema keeps all', was, [], value],
  ['no schema keeps nothing', undefined, [[]], undefined],
  [
    'names may change their case',
    schemaOf(
      { name: 'SIZE' },
      { name: 'level', type: 'integer' },
      box({ name: 'A' }, { name: 'b' }),
      boxes({ name: 'a' }),
    ),
    [],
    { SIZE: 'L', box: { A: '1', b: '2' }, boxes: [{ a: '1' }] },
  ],
  [
    'another type, a list, and what is never returned keep no value',
    schemaOf(
      { name: 'size', type: 'integer' },
      { name: 'level', type: 'integer', multiValued: true },
      box({ name: 'a', returned: 'never' }, { name: 'b' }),
    ),
    [['size'], ['level'], ['box', 'a'], ['boxes']],
    { box: { b: '2' } },
  ],
  [
    'an attribute goes when all its parts do',
    schemaOf({ name: 'level', type: 'integer' }, box({ name: 'c' }), boxes({ name: 'c' })),
    [['size'], ['box', 'a'], ['box', 'b'], ['boxes', 'a']],
    undefined,
  ],
])('%s', (_rule, is, lost, kept) => {
  expect(lostPlaces(was, is)).toEqual(lost)
  expect(refit(value, was, is)).toEqual(kept)
})
