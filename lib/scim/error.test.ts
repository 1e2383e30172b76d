import { expect, test } from 'vitest'
import { notFound, unlessRefused } from './error'
import { describeJson } from './json'
import { describeBytes } from './limits'

test('a refusal becomes something else; a mistake of ours stays one', () => {
  const refuse = () => {
    throw notFound('gone')
  }
  expect(unlessRefused<string>(refuse, ({ detail }) => detail)).toBe('gone')
  expect(unlessRefused(() => 'fine', String)).toBe('fine')
  const fail = () => {
    throw new TypeError('oops')
  }
  expect(() => unlessRefused<string>(fail, String)).toThrow(TypeError)
})

test.each([
  [512, '512 bytes'],
  [8 * 1024, '8 KiB'],
  [1536, '1.5 KiB'],
  [16 * 1024 * 1024, '16 MiB'],
])('%i bytes are %s', (bytes, text) => expect(describeBytes(bytes)).toBe(text))

test('a long text is shown by its beginning', () => {
  expect(describeJson('x'.repeat(61))).toBe(`the text "${'x'.repeat(57)}…"`)
  expect(describeJson('x'.repeat(60))).toBe(`the text "${'x'.repeat(60)}"`)
})
