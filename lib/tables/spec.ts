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
}

export interface Option {
  /** Stands in the URL. No commas in options of an `anyOf` filter. */
  value: string
  label: string
}

export type TextOperator = 'is' | 'isNot' | 'contains' | 'startsWith' | 'endsWith' | 'empty' | 'notEmpty'

export type FilterSpec = {
  /** Stands in the URL; none of `reservedParameters` (view-state.ts). */
  id: string
  title: string
  /** Shown in the bar before anybody adds it. */
  pinned?: true
} & (
  | { kind: 'text'; operators: [TextOperator, ...TextOperator[]]; placeholder?: string }
  | { kind: 'oneOf'; options: Option[] }
  | { kind: 'anyOf'; options: Option[] }
  /** Labels follow the words "in the last". With a `default` (a preset's value) the filter always holds: removing it goes back to the default. */
  | { kind: 'timeRange'; presets: Option[]; default?: string }
  /** Any SCIM attribute, several at once. */
  | { kind: 'attribute'; operators: [TextOperator, ...TextOperator[]]; options: Option[] }
)

export type FilterKind = FilterSpec['kind']

export interface Sort {
  column: string
  descending: boolean
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
}

export interface TableRow {
  id: string
  cells: Record<string, CellValue>
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

export type TableOutcome = TableResult | TableFailure
