import { describe, expect, it } from 'vitest'
import type { TableSpec } from './spec'
import { arrangeColumns, columnSettings } from './table-settings'

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

  it('comes back from the settings written for it', () => {
    const columns = arrangeColumns(spec, { order: ['b', 'a', 'name'], hidden: ['a'] })
    expect(arrangeColumns(spec, columnSettings(columns))).toEqual(columns)
  })
})
