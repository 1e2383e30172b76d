import { expect, test } from 'vitest'
import { takeNotes } from '../../notes'
import { withoutFilters } from './filter-in-attributes'

const asked = 'userName,emails[type eq "work"].value'

test.each([
  ['a filter is passed over, and noted', asked, false, 'userName,emails.value', ['filter-in-attributes']],
  ['in Strict it stays part of the name', asked, true, asked, []],
  ['names alone are what they are', 'userName,emails', false, 'userName,emails', []],
])('%s', (_, names, strict, expected, codes) => {
  const notes = takeNotes()
  expect(withoutFilters(names, { strict, notes })).toBe(expected)
  expect(notes.list.map(({ code }) => code)).toEqual(codes)
})
