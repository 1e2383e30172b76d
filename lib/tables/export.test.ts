import { describe, expect, it } from 'vitest'
import { exportHead, exportLine } from './export'
import type { CellKind, CellValue, ColumnSpec } from './spec'

const column = (kind: CellKind): ColumnSpec => ({ id: 'c', title: 'Column', kind, width: 100 })
const line = (format: 'csv' | 'ndjson', kind: CellKind, value: CellValue) =>
  exportLine(format, [column(kind)], { id: '1', cells: { c: value } })

describe('an exported value', () => {
  it.each<[CellKind, CellValue, csv: string, json: unknown]>([
    ['text', null, '', null],
    ['text', 'Ann', 'Ann', 'Ann'],
    ['text', '', '', ''],
    ['text', 'Lee, Ann', '"Lee, Ann"', 'Lee, Ann'],
    ['text', 'the "boss"', '"the ""boss"""', 'the "boss"'],
    ['text', 'two\r\nlines', '"two\nlines"', 'two\r\nlines'],
    ['text', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"', '=HYPERLINK("x")'],
    ['text', '+1', "'+1", '+1'],
    ['text', '-1', "'-1", '-1'],
    ['text', '@x', "'@x", '@x'],
    ['text', '\tx', "'\tx", '\tx'],
    ['text', '\rx', '"\'\nx"', '\rx'],
    ['name', { text: 'Ann', href: '/users' }, 'Ann', 'Ann'],
    ['name', 'Ann', 'Ann', 'Ann'],
    ['id', 'x-1', 'x-1', 'x-1'],
    ['attribute', { name: 'active', urn: 'urn:x:active' }, 'urn:x:active', 'urn:x:active'],
    ['attribute', { name: 'active' }, 'active', 'active'],
    ['time', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
    ['number', -3, '-3', -3],
    ['percent', 0.25, '0.25', 0.25],
    ['flag', false, 'false', false],
    ['active', 'inactive', 'inactive', 'inactive'],
    ['httpStatus', 409, '409', 409],
    ['request', { method: 'GET', url: '/Users?a=1,2' }, '"GET /Users?a=1,2"', 'GET /Users?a=1,2'],
    ['duration', 1.5, '1.5', 1.5],
    ['entity', { type: 'User', id: '7' }, 'User: 7', 'User: 7'],
    ['action', { text: 'deactivated' }, 'deactivated', 'deactivated'],
  ])('%s %j', (kind, value, csv, json) => {
    expect(line('csv', kind, value)).toBe(`${csv}\r\n`)
    expect(line('ndjson', kind, value)).toBe(`${JSON.stringify({ c: json })}\n`)
  })

  it('stands under its column’s title', () => {
    expect(exportHead('csv', [column('text'), { ...column('id'), title: 'IdP, id' }])).toBe(
      '\uFEFFColumn,"IdP, id"\r\n',
    )
    expect(exportHead('ndjson', [column('text')])).toBe('')
  })
})
