import { describe, expect, it } from 'vitest'
import type { TableSpec } from './spec'
import { arrangeColumns, columnSettings, withRecent, withWidth } from './table-settings'

const spec: TableSpec = {
  page: 'groups',
  title: 'SCIM Groups',
  noun: { one: 'group', many: 'groups' },
  kind: 'directory',
  columns: [
    { id: 'a', title: 'A', kind: 'text', width: 100 },
    { id: 'name', title: 'Name', kind: 'name', width: 100, identity: true },
    { id: 'b', title: 'B', kind: 'text', width: 100, hidden: true },
  ],
  filters: [],
}
const arranged = (settings: Parameters<typeof arrangeColumns>[1]) =>
  arrangeColumns(spec, settings).map(({ column, shown }) => `${shown ? '+' : '-'}${column.id}`)

describe('the arrangement of columns', () => {
  it.each([
    ['is the spec’s at first', {}, ['+a', '+name', '-b']],
    ['is the admin’s', { order: ['b', 'name', 'a'], hidden: ['a'] }, ['+b', '+name', '-a']],
    ['never hides the identity column', { order: ['name', 'a', 'b'], hidden: ['name', 'a'] }, ['+name', '-a', '+b']],
    [
      'forgets columns that are gone, and doubles',
      { order: ['x', 'b', 'b', 'a', 'name'], hidden: [] },
      ['+b', '+a', '+name'],
    ],
    ['puts new columns where the spec has them', { order: ['name'], hidden: [] }, ['+a', '+name', '-b']],
  ])('%s', (_, settings, expected) => {
    expect(arranged(settings)).toEqual(expected)
  })

  it('has pinned columns first, and the widths that were chosen', () => {
    const columns = arrangeColumns(spec, { pinned: ['b', 'gone'], widths: { a: 200, gone: 5 } })
    expect(columns.map(({ column, pinned, width, resized }) => [column.id, pinned, width, resized])).toEqual([
      ['b', true, 100, false],
      ['a', false, 200, true],
      ['name', false, 100, false],
    ])
  })

  it.each([
    ['another width', 250.4, { a: 250, b: 90 }],
    ['none narrower than can be read', 3, { a: 64, b: 90 }],
    ['none wider than a screen', 1e9, { a: 960, b: 90 }],
    ['the spec’s again', undefined, { b: 90 }],
  ])('takes %s', (_, width, widths) => {
    expect(withWidth({ widths: { a: 120, b: 90 } }, 'a', width)).toEqual({ widths })
  })

  it('comes back from the settings written for it', () => {
    const columns = arrangeColumns(spec, { order: ['b', 'a', 'name'], hidden: ['a'], pinned: ['name'] })
    expect(arrangeColumns(spec, columnSettings(columns))).toEqual(columns)
  })
})

describe('the filters applied lately', () => {
  it.each([
    ['begin with the newest', ['a'], 'b', ['b', 'a']],
    ['hold each once', ['a', 'b', 'c'], 'c', ['c', 'a', 'b']],
    ['are ten', [...'abcdefghij'], 'k', [...'kabcdefghi']],
  ])('%s', (_, recent, query, expected) => {
    expect(withRecent({ recent }, query)).toEqual({ recent: expected })
  })
})
