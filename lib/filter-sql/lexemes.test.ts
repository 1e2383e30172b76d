import { expect, test } from 'vitest'
import { lexemeQuery, lexemesOf } from './lexemes'

test('every value has a lexeme, wherever it stands in a list', () => {
  const document = {
    userName: "o'neil",
    active: true,
    nickName: null,
    emails: [
      { value: 'a b', primary: true },
      { value: '', primary: true },
    ],
    'urn:x:y': { level: 5, manager: { value: '1' } },
  }
  expect(lexemesOf(document)).toEqual([
    "userName o'neil",
    'active true',
    'emails.value a b',
    'emails.primary true',
    'emails.value ',
    'urn:x:y.level 5',
    'urn:x:y.manager.value 1',
  ])
})

test.each([
  [['userName'], "o'neil", false, "'userName o''neil'"],
  [['emails', 'value'], 'a\\b', true, "'emails.value a\\\\b':*"],
  [['urn:x', 'level'], 5, false, "'urn:x.level 5'"],
])('%j %j is asked as a quoted word', (pointer, value, prefix, asked) => {
  expect(lexemeQuery(pointer, value, prefix)).toBe(asked)
})

test('a long value is cut between characters, in the index and in the query alike', () => {
  const value = '😀'.repeat(300)
  expect(lexemesOf({ title: value })).toEqual([`title ${'😀'.repeat(194)}`])
  expect(lexemeQuery(['title'], value, false)).toBe(`'title ${'😀'.repeat(194)}'`)
})

test('more than a row can hold is refused', () => {
  const emails = Array.from({ length: 2_000 }, (_, n) => ({
    value: `${n}${'x'.repeat(200)}`,
    display: `${n}${'y'.repeat(600)}`,
  }))
  expect(() => lexemesOf({ emails, phoneNumbers: emails, ims: emails })).toThrow(/1000 kB/)
  expect(lexemesOf({ emails })).toHaveLength(4_000)
})
