import { expressionOf, formPart, literal, narrowed } from './expression'
import type { FilterValue } from './filter-value'
import type { CellValue, ColumnSpec, FilterSpec, TableSpec } from './spec'
import type { ViewState } from './view-state'

type Narrowed = Pick<ViewState, 'filters' | 'expression'>

/**
 * A view narrowed to the rows that have a cell's value in its column: by the column's filter, or in the view's expression
 * where it has one. Undefined for a cell that no filter finds.
 */
export function filterByCell(
  spec: TableSpec,
  view: Narrowed,
  column: ColumnSpec,
  cell: CellValue | undefined,
  now: Date,
): Narrowed | undefined {
  const field = spec.filters.find(({ id }) => id === column.filter)
  const text = textOf(cell)
  if (!field || text === '') return undefined
  const value = valueFor(field, column, text, view.filters[field.id])
  if (view.expression === undefined && value)
    return { filters: { ...view.filters, [field.id]: value }, expression: undefined }
  const condition = value ? expressionOf(spec, { [field.id]: value }, now) : column.path && bare(column.path, cell)
  if (!condition) return undefined
  const form = formPart(spec)
  const before = view.expression ?? expressionOf(form, view.filters, now)
  const filters = Object.fromEntries(
    Object.entries(view.filters).filter(([id]) => !form.filters.some((each) => each.id === id)),
  )
  return { filters, expression: before ? narrowed(before, condition) : condition }
}

/** A value that the filter has no option for, such as a rare status. */
const bare = (path: string, cell: CellValue | undefined) =>
  `${path} eq ${typeof cell === 'number' ? cell : literal(textOf(cell))}`

/** What filters compare of a cell. */
function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('method' in cell) return cell.method
  if ('id' in cell) return cell.id
  return 'text' in cell ? cell.text : cell.name
}

function valueFor(
  field: FilterSpec,
  column: ColumnSpec,
  text: string,
  before: FilterValue | undefined,
): FilterValue | undefined {
  switch (field.kind) {
    case 'text':
      return field.operators.includes('is') ? { kind: 'text', op: 'is', text } : undefined
    case 'oneOf':
    case 'anyOf': {
      const value = [text, `${text[0]}xx`].find((each) => field.options.some((option) => option.value === each))
      if (value === undefined) return undefined
      return field.kind === 'oneOf' ? { kind: 'oneOf', value } : { kind: 'anyOf', values: [value] }
    }
    case 'attribute': {
      const attribute = field.options.find(({ value }) => value === column.path)?.value
      if (attribute === undefined) return undefined
      const others = before?.kind === 'attribute' ? before.terms.filter((term) => term.attribute !== attribute) : []
      return { kind: 'attribute', terms: [...others, { attribute, op: 'is', text }] }
    }
    case 'timeRange':
      return undefined
  }
}
