import type { CellKind, CellValue, CellValues } from './spec'

type Plain = string | number | boolean | null

const plain: { [K in CellKind]: (value: CellValues[K]) => Plain } = {
  name: (value) => (typeof value === 'string' ? value : value.text),
  text: (value) => value,
  id: (value) => value,
  attribute: ({ name, urn }) => urn ?? name,
  time: (value) => value,
  number: (value) => value,
  percent: (value) => value,
  flag: (value) => value,
  active: (value) => value,
  httpStatus: (value) => value,
  request: ({ method, url }) => `${method} ${url}`,
  duration: (value) => value,
  entity: ({ type, id }) => `${type}: ${id}`,
  action: ({ text }) => text,
}

/** A cell as a value by itself, for files: what the table shows in words, shares as 0 to 1, times in ISO 8601. */
export function plainCell(kind: CellKind, value: CellValue | undefined): Plain {
  if (value === null || value === undefined) return null
  // The row's maker and the column's kind agree (spec.ts); TypeScript can't follow that through a record.
  return (plain[kind] as (value: CellValue) => Plain)(value)
}
