/** The pages that show a table. Settings and saved filters are kept by this id. */
export type PageId = 'attributes' | 'users' | 'groups' | 'sync-logs'

/** A `User` or `Group` of one provider, by its internal id. */
export interface EntityCell {
  type: 'User' | 'Group'
  id: string
}

/** What the cells of each kind hold. A cell without a value is `null`, whatever its kind. */
export interface CellValues {
  /** Text face, emphasised; `href` makes it a link to another view. */
  name: string | { text: string; href: string }
  text: string
  /** Mono, shortened in the middle, whole on hover and on copy. */
  id: string
  /** A SCIM attribute: `name` is the short path that filters take, `urn` the fully qualified one (RFC 7644 §3.10). */
  attribute: { name: string; urn?: string }
  /** ISO 8601, UTC. */
  time: string
  number: number
  /** A share from 0 to 1. */
  percent: number
  flag: boolean
  active: 'active' | 'inactive' | 'deleted'
  httpStatus: number
  /** `url` is the path below /v2, with its query. */
  request: { method: string; url: string }
  /** Milliseconds. */
  duration: number
  entity: EntityCell
  /** What a call did, in words; `refused` tints it. */
  action: { text: string; refused?: boolean }
}

export type CellKind = keyof CellValues
export type CellValue = CellValues[CellKind] | null

export interface ColumnSpec {
  id: string
  title: string
  kind: CellKind
  /** Pixels, at the base font size. */
  width: number
  /** The column that names the row. It can't be hidden. */
  identity?: true
  sortable?: true
  /** Not shown until chosen. */
  hidden?: true
  align?: 'right'
  /** Offers a copy button beside the value. */
  copy?: true
  /** Said in the column chooser and on the header's tooltip. */
  description?: string
  /** The filter that takes its values: each offers to filter by it (filter-by-cell.ts). */
  filter?: string
  /** The path that the column shows: for an `attribute` filter, and for values that its filter has no option for. */
  path?: string
  /** Added by an admin, but the chosen providers' schemas don't have it: it has no values to show. */
  absent?: true
}

export interface Option {
  /** Stands in the URL. No commas in options of an `anyOf` filter. */
  value: string
  label: string
}

/** An option of a filter, with the SCIM filter that it stands for: one comparison, as `printFilter` writes it. */
export interface TermOption extends Option {
  term?: string
}

/** An attribute that a filter offers. */
export interface AttributeOption extends Option {
  /** Which operators fit (attribute-operators.ts), and how its values are written. Text when it isn't said. */
  type?: 'text' | 'flag' | 'number' | 'time'
  /** Many resources share its values: the most frequent ones are suggested. */
  suggests?: true
}

export type TextOperator =
  'is' | 'isNot' | 'contains' | 'startsWith' | 'endsWith' | 'atLeast' | 'atMost' | 'empty' | 'notEmpty'

/**
 * `path`: the attribute that a filter is about in an expression; without one no expression says the same. `suggests`: few
 * values are frequent, and are suggested.
 */
export type FilterSpec = {
  /** Stands in the URL; none of `reservedParameters` (view-state.ts). */
  id: string
  title: string
  /** Shown in the bar before anybody adds it. */
  pinned?: true
} & (
  | { kind: 'text'; operators: [TextOperator, ...TextOperator[]]; placeholder?: string; path?: string; suggests?: true }
  | { kind: 'oneOf'; options: TermOption[] }
  | { kind: 'anyOf'; options: TermOption[] }
  /** Labels follow the words "in the last". With a `default` (a preset's value) the filter always holds: removing it goes back to the default. */
  | { kind: 'timeRange'; presets: Option[]; default?: string; path?: string }
  /** Any SCIM attribute, several at once. */
  | { kind: 'attribute'; options: AttributeOption[] }
)

export type FilterKind = FilterSpec['kind']

export interface Sort {
  column: string
  descending: boolean
}

/** What an expression can ask for, and how it is completed. */
export interface ExpressionAttribute {
  path: string
  type: 'text' | 'id' | 'boolean' | 'number' | 'time' | 'binary'
  /** Its schema, or what it means. */
  hint: string
  /** The values that it usually has (RFC 7643 §7, canonicalValues). */
  values?: string[]
  /** What it is called in words. Given where it can be a column. */
  name?: string
  multiValued?: true
}

export interface TableSpec {
  page: PageId
  title: string
  noun: { one: string; many: string }
  /** `directory`: numbered pages. `event`: newest first, by cursor. */
  kind: 'directory' | 'event'
  columns: ColumnSpec[]
  filters: FilterSpec[]
  defaultSort?: Sort
  /** The provider may be `all`. */
  allProviders?: true
  /** Rows have a View action: a drawer, whose row is `open` in the view. */
  opens?: true
  /** Given: the table can be filtered by a SCIM filter, over these attributes. */
  expression?: ExpressionAttribute[]
}

export interface TableRow {
  id: string
  cells: Record<string, CellValue>
  /** What help has to say about one of its values. */
  help?: RowHelp
}

export interface RowHelp {
  /** The column that leads to it. */
  column: string
  /** Names it: "409 uniqueness". */
  about: string
  article: string
  anchor?: string
}

export interface TableResult {
  rows: TableRow[]
  total: number
  /** There are at least `total`: counting on would have taken too long. */
  totalIsFloor?: true
  /** ISO 8601: when the database was read. */
  readAt: string
  /** Event tables: cursors of the neighbouring pages, where there are any. */
  newer?: string
  older?: string
}

/** A search that could not be answered is never an empty table. */
export interface TableFailure {
  error: { requestId: string; message: string }
}

/** An expression that says nothing, and where: `column` counts from 0. */
export interface BadExpression {
  message: string
  column?: number
}

/** What a filter would leave, with the other filters applied (app/api/tables/[page]/facets). */
export interface Facets {
  values: { value: string; count: number }[]
  /** Counted over so many of the newest rows, since there are more. */
  newest?: number
}

export type TableOutcome = TableResult | TableFailure | { expression: BadExpression }
