import { describe, expect, test } from 'vitest'
import { createRegistry, sharedRegistry } from '../schema/registry'
import { PATCH_OP_URN } from '../schema/urns'
import { readPatch } from './read-patch'

const strict = createRegistry({ strict: true, allowSameGroupNames: false, extensions: [] })

describe('envelope', () => {
  const replace = { op: 'replace', path: 'title', value: 'x' }
  test.each<[string, unknown, string[]]>([
    ['names in any case', { SCHEMAS: [PATCH_OP_URN], operations: [{ Op: 'replace', PATH: 'title', Value: 'x' }] }, []],
    ['operations before schemas', { Operations: [replace], schemas: [PATCH_OP_URN] }, []],
    ['one operation in place of the list', { schemas: [PATCH_OP_URN], Operations: replace }, ['single-operation']],
    ['one operation as the body', replace, ['single-operation']],
    ['the list as the body', [replace], ['single-operation']],
    ['no schemas', { Operations: [replace] }, ['missing-schemas']],
  ])('%s', (_rule, body, codes) => {
    const { operations, notes } = readPatch(sharedRegistry, body)
    expect(operations).toMatchObject([{ op: 'replace', path: { text: 'title' }, value: 'x' }])
    expect(notes.map((note) => note.code)).toEqual(codes)
    if (codes.length)
      expect(() => readPatch(strict, body)).toThrowError(expect.objectContaining({ scimType: 'invalidSyntax' }))
  })

  test.each([null, 'x', 5, {}, { schemas: [PATCH_OP_URN] }, { Operations: 'x' }])('%j is refused', (body) => {
    expect(() => readPatch(sharedRegistry, body)).toThrowError(expect.objectContaining({ scimType: 'invalidSyntax' }))
  })
})
