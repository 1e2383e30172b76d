import { expect, it } from 'vitest'
import { addedColumns, attributePaths, columnAttributes, MOST_ATTRIBUTES } from './attribute-columns'
import { usersSpec } from './specs/users'

const badge = 'urn:example:badge:1.0:User:badge.number'
const spec = usersSpec(
  ['emails.value', 'nickName', 'vip', 'hiredAt', badge].map((path) => ({ value: path, label: path })),
  [
    { path: 'id', type: 'text', hint: 'every resource' },
    { path: 'emails.value', type: 'text', hint: 'User', name: 'Email', multiValued: true },
    { path: 'emails.type', type: 'text', hint: 'User', name: 'Emails Type', multiValued: true },
    { path: 'nickName', type: 'text', hint: 'User', name: 'Nick Name' },
    { path: 'vip', type: 'boolean', hint: 'Badge', name: 'Vip' },
    { path: 'hiredAt', type: 'time', hint: 'Badge', name: 'Hired At' },
    { path: badge, type: 'number', hint: 'Badge', name: 'Badge Number' },
  ],
)

it('offers every attribute that documents have, complex ones whole and in parts', () => {
  expect(columnAttributes(spec).map(({ path, name, multiValued }) => [path, name, multiValued])).toEqual([
    ['emails', 'Emails', true],
    ['emails.value', 'Email', true],
    ['emails.type', 'Emails Type', true],
    ['nickName', 'Nick Name', false],
    ['vip', 'Vip', false],
    ['hiredAt', 'Hired At', false],
    ['urn:example:badge:1.0:User:badge', 'Badge', false],
    [badge, 'Badge Number', false],
  ])
})

it.each([
  ['nickName', 'text', true],
  ['vip', 'flag', true],
  // A moment is seldom met twice, and of several values none is the cell's.
  ['hiredAt', 'time', false],
  ['emails', 'text', false],
  ['emails.value', 'text', false],
  [badge, 'text', true],
])('%s is shown as %s; filters by its values: %s', (path, kind, filters) => {
  const [column] = addedColumns(spec, [`attribute:${path}`])
  expect(column).toMatchObject({ id: `attribute:${path}`, kind, path })
  expect(column?.filter !== undefined).toBe(filters)
  expect(column?.sortable).toBeUndefined()
})

it('has a place for what the schemas do not know, and no more columns than are allowed', () => {
  expect(addedColumns(spec, ['userName', 'attribute:urn:other:1.0:User:shoe'])).toMatchObject([
    { title: 'shoe', absent: true },
  ])
  const many = Array.from({ length: 30 }, (_, at) => `attribute:a${at}`)
  expect(addedColumns(spec, many)).toHaveLength(MOST_ATTRIBUTES)
  expect(addedColumns(spec)).toEqual([])
  expect(attributePaths(['userName', 'attribute:nickName'])).toEqual(['nickName'])
})
