import { plainCell } from './cell-text'
import type { ColumnSpec, TableRow } from './spec'

export const exportFormats = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

// Spreadsheets run what begins so; a quotation mark before it makes it text (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/
/** Before UTF-8 text, so that spreadsheets know it. */
const BYTE_ORDER_MARK = '\uFEFF'

/** What stands before the first row. */
export const exportHead = (format: ExportFormat, columns: ColumnSpec[]): string =>
  format === 'csv' ? BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title)) : ''

/** A row as one line. In CSV (RFC 4180) lines alone end with CR LF: breaks within a value are LF. */
export function exportLine(format: ExportFormat, columns: ColumnSpec[], row: TableRow): string {
  const values = columns.map(({ id, kind }) => [id, plainCell(kind, row.cells[id])] as const)
  return format === 'csv'
    ? csvLine(values.map(([, value]) => value))
    : `${JSON.stringify(Object.fromEntries(values))}\n`
}

const csvLine = (values: (string | number | boolean | null)[]) => `${values.map(csvValue).join(',')}\r\n`

function csvValue(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const safe = (FORMULA.test(value) ? `'${value}` : value).replace(/\r\n?/g, '\n')
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
