import { expect, test } from 'vitest'
import { sharedRegistry } from '@/lib/scim'
import { attributeTable } from './attribute-table'
import { attributesSpec } from './specs/attributes'
import { parseView } from './view-state'

const shown = (query: string, shares = new Map<string, number>()) => {
  const { view } = parseView(attributesSpec, new URLSearchParams(query), { provider: 'okta', providers: ['okta'] })
  return attributeTable(sharedRegistry, view, shares)
}
const names = (query: string) => shown(query).rows.map((row) => row.cells['name'])

test('supported attributes come first, in the order of the page', () => {
  expect(names('rows=25').slice(0, 3)).toEqual(['Active', 'Cost Center', 'Department'])
  expect(shown('support=policy')).toMatchObject({ total: 14 })
})

test.each([
  ['attribute=contains:COST', ['Cost Center']],
  ['attribute=is:emails.value', ['Email']],
  ['attribute=is:Email', ['Email']],
  [
    'attribute=startsWith:urn:ietf:params:scim:schemas:extension&support=policy',
    ['Cost Center', 'Department', 'Division', 'Organization'],
  ],
  ['attribute=endsWith:name&support=policy', ['Display Name', 'First Name', 'Formatted Name', 'Last Name', 'Username']],
  [
    'attribute=isNot:title&support=policy&sort=-name&rows=10',
    [
      'UserType',
      'Username',
      'Organization',
      'Last Name',
      'id',
      'Formatted Name',
      'First Name',
      'Email',
      'Division',
      'Display Name',
    ],
  ],
  ['attribute=contains:no+such+thing', []],
])('%s', (query, expected) => expect(names(query)).toEqual(expected))

test('every column sorts both ways', () => {
  const shares = new Map([['urn:ietf:params:scim:schemas:core:2.0:User:title', 0.5]])
  for (const { id, sortable } of attributesSpec.columns) {
    if (!sortable) continue
    const up = shown(`sort=${id}&rows=100`, shares).rows
    const down = shown(`sort=-${id}&rows=100`, shares).rows
    expect(new Set(up.map((row) => row.id))).toEqual(new Set(down.map((row) => row.id)))
  }
  expect(shown('sort=-required&rows=10').rows[0]?.cells['required']).toBe(true)
})

test('pages follow one another', () => {
  const { total } = shown('')
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((page) => shown(`rows=10&page=${page}`).rows)
  expect(all).toHaveLength(Math.min(total, 90))
})
