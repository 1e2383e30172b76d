import { expect, test } from 'vitest'
import { sharedRegistry } from '@/lib/scim'
import { attributeTable, type Seen } from './attribute-table'
import { attributesSpec } from './specs/attributes'
import { parseView } from './view-state'

const nothing: Seen = { shares: new Map(), lastSet: { User: new Map(), Group: new Map() } }

const shown = (query: string, seen = nothing) => {
  const { view } = parseView(attributesSpec, new URLSearchParams(query), { provider: 'okta', providers: ['okta'] })
  return attributeTable(sharedRegistry, view, seen)
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
    const up = shown(`sort=${id}&rows=100`, { ...nothing, shares }).rows
    const down = shown(`sort=-${id}&rows=100`, { ...nothing, shares }).rows
    expect(new Set(up.map((row) => row.id))).toEqual(new Set(down.map((row) => row.id)))
  }
  expect(shown('sort=-required&rows=10').rows[0]?.cells['required']).toBe(true)
})

test('an attribute was last set by itself, or with its whole list', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')]
  const User = new Map([
    ['emails.value', early],
    ['emails', late],
    ['title', early],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', late],
  ])
  const Group = new Map([['displayName', late]])
  const { rows } = shown('rows=100', { ...nothing, lastSet: { User, Group } })
  const last = (urn: string) => rows.find((row) => row.id === urn)?.cells['lastSet']
  const core = 'urn:ietf:params:scim:schemas:core:2.0'
  expect([
    last(`${core}:User:emails.value`),
    last(`${core}:User:title`),
    last('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'),
    last(`${core}:Group:displayName`),
    last(`${core}:User:displayName`),
  ]).toEqual([late.toISOString(), early.toISOString(), late.toISOString(), late.toISOString(), null])
})

test('pages follow one another', () => {
  const { total } = shown('')
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((page) => shown(`rows=10&page=${page}`).rows)
  expect(all).toHaveLength(Math.min(total, 90))
})
