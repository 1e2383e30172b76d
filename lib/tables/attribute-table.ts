import type { Registry, ResourceTypeName } from '@/lib/scim'
import { attributeRows, type AttributeRow } from './attribute-rows'
import type { FilterValue } from './filter-value'
import { helpAnchor } from './help-anchor'
import type { CellValue, RowHelp, TableRow } from './spec'
import type { ViewState } from './view-state'

/** What a provider sends of the attributes. */
export interface Seen {
  /** Shares of users or groups that carry a value, by row id. */
  shares: ReadonlyMap<string, number>
  /** When a value was last set, by path as `diffDocuments` writes it, without brackets. */
  lastSet: Record<ResourceTypeName, ReadonlyMap<string, Date>>
}

/** A view's page of SCIM Attributes. */
export function attributeTable(registry: Registry, view: ViewState, seen: Seen): { rows: TableRow[]; total: number } {
  const rows = allAttributes(registry, view, seen)
  const first = (view.page - 1) * view.rows
  return { total: rows.length, rows: rows.slice(first, first + view.rows) }
}

/** All rows of SCIM Attributes that a view lets through: filtered and sorted here, for they are made, not stored. */
export function allAttributes(registry: Registry, view: ViewState, seen: Seen): TableRow[] {
  const { attribute, support } = view.filters
  const rows = attributeRows(registry)
    .filter((row) => matchesText(row, attribute) && matchesSupport(row, support))
    .map((row) => ({ id: row.id, cells: cells(row, seen), help: helpOf(row) }))
  if (view.sort) sortRows(rows, view.sort.column, view.sort.descending)
  return rows
}

const cells = (row: AttributeRow, seen: Seen): Record<string, CellValue> => ({
  name: row.name,
  attribute: { name: row.path, urn: row.urn },
  required: row.required,
  unique: row.unique,
  support: row.policy ? 'Supported in policy' : row.stored ? 'Stored' : 'Never stored',
  type: row.type,
  schema: { name: row.schema.replace(/^urn:ietf:params:scim:schemas:(extension:)?/, ''), urn: row.schema },
  seen: seen.shares.get(row.id) ?? null,
  lastSet: lastSetOf(row, seen)?.toISOString() ?? null,
  description: row.description,
  multiValued: row.multiValued,
  caseExact: row.caseExact,
  mutability: row.mutability,
  returned: row.returned,
})

/** A change names a sub-attribute, or shows the list whole. */
function lastSetOf({ resource, pointer, local, schema }: AttributeRow, { lastSet }: Seen): Date | undefined {
  const path = pointer[0] === schema ? `${schema}:${local}` : local
  const whole = path.slice(0, path.length - local.length) + local.split('.')[0]
  const [part, all] = [lastSet[resource].get(path), lastSet[resource].get(whole)]
  return part && all ? new Date(Math.max(+part, +all)) : (part ?? all)
}

/** The article explains what policies can use, and a few others, by name. */
export const helpOf = (row: AttributeRow): RowHelp => ({
  column: 'name',
  about: row.name,
  article: 'attributes',
  anchor: row.policy || explained.has(row.local) ? helpAnchor(row.name) : 'supported-and-stored',
})

const explained = new Set(['externalId', 'groups.value', 'members.value', 'manager.value', 'password'])

function matchesText(row: AttributeRow, filter: FilterValue | undefined): boolean {
  if (filter?.kind !== 'text') return true
  const text = filter.text.trim().toLowerCase()
  const names = [row.name, row.path, row.urn].map((name) => name.toLowerCase())
  switch (filter.op) {
    case 'is':
      return names.includes(text)
    case 'isNot':
      return !names.includes(text)
    case 'startsWith':
      return names.some((name) => name.startsWith(text))
    case 'endsWith':
      return names.some((name) => name.endsWith(text))
    default:
      // Not the URN: "user" would find them all.
      return names.slice(0, 2).some((name) => name.includes(text))
  }
}

const matchesSupport = (row: AttributeRow, filter: FilterValue | undefined) =>
  filter?.kind !== 'oneOf' || row.policy === (filter.value === 'policy')

/** By value, without case; rows without one last, first when descending, as everywhere. */
function sortRows(rows: TableRow[], column: string, descending: boolean) {
  const key = (row: TableRow) => {
    const value = row.cells[column] ?? null
    if (typeof value === 'string') return value.toLowerCase()
    if (typeof value === 'object') return value && 'name' in value ? value.name.toLowerCase() : null
    return Number(value)
  }
  const compare = (a: TableRow, b: TableRow) => {
    const [x, y] = [key(a), key(b)]
    if (x === y) return 0
    if (x === null) return 1
    if (y === null) return -1
    return x < y ? -1 : 1
  }
  rows.sort((a, b) => (descending ? -compare(a, b) : compare(a, b)))
}
