import { describe, expect, it } from 'vitest'
import type { TableSpec } from '@/lib/tables/spec'
import type { ViewState } from '@/lib/tables/view-state'
import { chipsOf, filterKey, filtersOf, isUnapplied } from './draft'

const spec: TableSpec = {
  page: 'users',
  title: 'Users',
  noun: { one: 'user', many: 'users' },
  kind: 'directory',
  columns: [],
  filters: [
    { id: 'name', title: 'Name', kind: 'text', operators: ['contains'], pinned: true },
    { id: 'group', title: 'Group', kind: 'text', operators: ['is'] },
    { id: 'attribute', title: 'Attribute', kind: 'attribute', options: [] },
    { id: 'at', title: 'Time', kind: 'timeRange', presets: [{ value: '14d', label: '14 days' }], default: '14d' },
  ],
}
const term = (attribute: string, text: string) => ({ attribute, op: 'is' as const, text })
const applied: ViewState['filters'] = {
  attribute: { kind: 'attribute', terms: [term('title', 'CEO'), term('division', 'North')] },
  at: { kind: 'timeRange', preset: '14d' },
}

describe('the chips of the filter bar', () => {
  const chips = chipsOf(spec, applied)

  it('are those applied, one per attribute, and those pinned', () => {
    expect(chips.map((chip) => chip.key)).toEqual(['name', 'attribute 0', 'attribute 1', 'at'])
    expect(filtersOf(spec, chips)).toEqual(applied)
    expect(chips.filter((chip) => isUnapplied(chip, applied))).toEqual([])
  })

  it('go back to the default where there is one, and filter nothing while empty', () => {
    const emptied = chips.map(({ key, spec: filter }) => ({ key, spec: filter }))
    expect(filtersOf(spec, emptied)).toEqual({ at: applied.at })
    expect(filterKey(spec, filtersOf(spec, emptied))).toBe('')
  })

  it('say when they are not applied yet', () => {
    const [name] = chips
    if (!name) throw new Error('no chip')
    expect(isUnapplied({ ...name, value: { kind: 'text', op: 'contains', text: 'ann' } }, applied)).toBe(true)
  })
})
