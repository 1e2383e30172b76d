import { attributeWords } from './attribute-words'
import type { ColumnSpec, ExpressionAttribute, TableSpec } from './spec'

/** No more are added to one table. */
export const MOST_ATTRIBUTES = 20

const PREFIX = 'attribute:'
const WIDTH = 160

/** The id of the column that shows an attribute. */
export const attributeColumnId = (path: string) => PREFIX + path

export const isAttributeColumn = (id: string) => id.startsWith(PREFIX)

/** The paths of the attributes among these columns. */
export const attributePaths = (ids: string[] = []): string[] =>
  ids.filter(isAttributeColumn).map((id) => id.slice(PREFIX.length))

/** An attribute that a table can show, whole or a part of it. */
export interface ColumnAttribute {
  /** As filters take it. */
  path: string
  name: string
  /** The name of its schema. */
  schema: string
  multiValued: boolean
  column: ColumnSpec
}

/** What can be added to a table: each attribute, and each complex one as a whole before its parts. */
export function columnAttributes(spec: TableSpec): ColumnAttribute[] {
  const filtered = spec.filters.flatMap((filter) => (filter.kind === 'attribute' ? filter.options : []))
  const wholes = new Set<string>()
  return (spec.expression ?? []).flatMap((attribute) => {
    const { path, name, type } = attribute
    if (name === undefined) return []
    const filter = filtered.some((option) => option.value === path) && type !== 'time'
    const single = type === 'boolean' ? 'flag' : type === 'time' ? 'time' : 'text'
    const own = made(attribute, path, name, attribute.multiValued ? 'text' : single, filter && !attribute.multiValued)
    const whole = wholeOf(path)
    if (whole === undefined || wholes.has(whole)) return [own]
    wholes.add(whole)
    return [made(attribute, whole, attributeWords(localOf(whole)), 'text', false), own]
  })
}

function made(
  { hint, multiValued }: ExpressionAttribute,
  path: string,
  name: string,
  kind: ColumnSpec['kind'],
  filter: boolean,
): ColumnAttribute {
  const column: ColumnSpec = {
    id: attributeColumnId(path),
    title: name,
    kind,
    width: WIDTH,
    path,
    description: `${path} · ${hint}${multiValued ? ' · multi-valued, the primary one first' : ''}`,
    ...(kind === 'text' && { copy: true }),
    ...(filter && { filter: 'attribute' }),
  }
  return { path, name, schema: hint, multiValued: Boolean(multiValued), column }
}

/** Below the schema's URN, which has dots of its own. */
const localOf = (path: string) => path.slice(path.lastIndexOf(':') + 1)

const wholeOf = (path: string) => (localOf(path).includes('.') ? path.slice(0, path.lastIndexOf('.')) : undefined)

/** The columns that these ids add to a table. What the schemas don't have (any more) is `absent`. */
export function addedColumns(spec: TableSpec, ids: string[] = []): ColumnSpec[] {
  const paths = attributePaths(ids).slice(0, MOST_ATTRIBUTES)
  if (paths.length === 0) return []
  const known = new Map(columnAttributes(spec).map(({ path, column }) => [path, column]))
  return paths.map(
    (path) =>
      known.get(path) ?? {
        id: attributeColumnId(path),
        title: localOf(path),
        kind: 'text',
        width: WIDTH,
        absent: true,
      },
  )
}
