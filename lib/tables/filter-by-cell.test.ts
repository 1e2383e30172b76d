import { expect, test } from 'vitest'
import { filterByCell } from './filter-by-cell'
import type { CellValue, TableSpec } from './spec'
import { syncLogsSpec } from './specs/sync-logs'
import { usersSpec } from './specs/users'
import { parseView, printSavedQuery } from './view-state'

const users = usersSpec([{ value: 'department', label: 'Department' }], [{ path: 'userName', type: 'text', hint: '' }])
const now = new Date('2026-11-24T14:00:00.000Z')

function narrowedTo(spec: TableSpec, query: string, column: string, cell: CellValue): string | undefined {
  const { view } = parseView(spec, new URLSearchParams(query), { provider: 'okta', providers: ['okta'] })
  const found = spec.columns.find(({ id }) => id === column)
  const next = found && filterByCell(spec, view, found, cell, now)
  return next && decodeURIComponent(printSavedQuery(spec, { ...next, sort: spec.defaultSort }).replaceAll('+', ' '))
}

test.each<[TableSpec, string, string, CellValue, string | undefined]>([
  [users, 'status=active', 'userName', 'Ann', 'userName=is:Ann&status=active'],
  [users, 'userName=contains:x', 'userName', { text: 'Ann', href: '/' }, 'userName=is:Ann'],
  [users, '', 'status', 'inactive', 'status=inactive'],
  [users, '', 'status', 'deleted', undefined],
  [users, '', 'department', 'Sales', 'attribute=department:is:Sales'],
  [users, 'attribute=department:is:HR', 'department', 'Sales', 'attribute=department:is:Sales'],
  [users, '', 'department', null, undefined],
  [users, '', 'updated', '2026-11-24T14:00:00.000Z', undefined],
  [users, 'filter=a+pr+or+b+pr', 'department', 'Sales', 'filter=(a pr or b pr) and department eq "Sales"'],
  [syncLogsSpec, 'time=7d', 'status', 503, 'time=7d&status=5xx'],
  [syncLogsSpec, 'time=7d&method=PUT', 'status', 418, 'filter=method eq "PUT" and status eq 418&time=7d'],
  [syncLogsSpec, '', 'request', { method: 'PUT', url: '/Users' }, 'method=PUT'],
  [syncLogsSpec, '', 'entity', { type: 'User', id: '0197' }, 'entityId=is:0197'],
  [syncLogsSpec, 'filter=duration+gt+5&time=7d', 'status', 409, 'filter=duration gt 5 and status eq 409&time=7d'],
])('%#: %s, %s', (spec, query, column, cell, expected) => expect(narrowedTo(spec, query, column, cell)).toBe(expected))
