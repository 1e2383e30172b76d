import { expect, test } from 'vitest'
import { LENIENCIES } from '@/lib/scim/patch/quirks/registry'
import { noteWords } from './note-words'

test.each(LENIENCIES.map(({ code }) => code))('the leniency %s is said in words', (code) => {
  expect(noteWords(code)).not.toBe(code)
})

test('a code that nobody foresaw stands for itself', () => {
  expect(noteWords('new-one')).toBe('new-one')
})
