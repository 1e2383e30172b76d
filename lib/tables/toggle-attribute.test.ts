import { expect, it } from 'vitest'
import { attributeColumnId, columnAttributes, MOST_ATTRIBUTES } from './attribute-columns'
import type { TableSpec } from './spec'
import { arrangeColumns, columnSettings, visibleColumns, type TableSettings } from './table-settings'
import { isFull, toggleAttribute } from './toggle-attribute'

const spec: TableSpec = {
  page: 'users',
  title: 'SCIM Users',
  noun: { one: 'user', many: 'users' },
  kind: 'directory',
  columns: [
    { id: 'name', title: 'Name', kind: 'name', width: 100, identity: true, path: 'userName' },
    { id: 'title', title: 'Title', kind: 'text', width: 100, path: 'title' },
    { id: 'created', title: 'Created', kind: 'time', width: 100, hidden: true },
  ],
  filters: [],
  expression: ['userName', 'title', ...Array.from({ length: 30 }, (_, at) => `a${at}`)].map((path) => ({
    path,
    type: 'text',
    hint: 'User',
    name: path,
  })),
}
const offers = columnAttributes(spec)
const offer = (path: string) => offers.find((each) => each.path === path)!
const said = (columns: ReturnType<typeof arrangeColumns>) =>
  columns.map(({ column, shown }) => `${shown ? '+' : '-'}${column.id}`)
const toggled = (settings: TableSettings, ...paths: string[]) =>
  paths.reduce((columns, path) => toggleAttribute(columns, offer(path)), arrangeColumns(spec, settings))

it.each<[string, string[], string[]]>([
  ['is added behind what is shown', ['a1'], ['+name', '+title', '+attribute:a1', '-created']],
  ['is taken away again', ['a1', 'a2', 'a1'], ['+name', '+title', '+attribute:a2', '-created']],
  ['is the table’s own column where it has one', ['title'], ['+name', '-title', '-created']],
  ['is never taken from the name of the row', ['userName'], ['+name', '+title', '-created']],
])('an attribute %s', (_, paths, expected) => {
  const columns = toggled({}, ...paths)
  expect(said(columns)).toEqual(expected)
  expect(said(arrangeColumns(spec, columnSettings(columns)))).toEqual(expected)
})

it('no more are added than there can be', () => {
  const all = Array.from({ length: MOST_ATTRIBUTES }, (_, at) => `a${at}`)
  const columns = toggled({}, ...all)
  expect(isFull(columns)).toBe(true)
  expect(toggled({}, ...all, 'a29')).toEqual(columns)
})

it('one that the schemas do not have keeps its place, unseen', () => {
  const order = ['name', attributeColumnId('shoe'), 'title', 'created']
  const columns = arrangeColumns(spec, { order, hidden: ['created'], pinned: [] })
  expect(said(visibleColumns(columns))).toEqual(['+name', '+title'])
  expect(columnSettings(columns)).toEqual({ order, hidden: ['created'], pinned: [] })
})
