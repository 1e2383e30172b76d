import { printFilterValue, readFilterValue, type FilterValue } from './filter-value'
import type { FilterSpec, Sort, TableSpec } from './spec'

export const rowsPerPage = [10, 25, 50, 100] as const
export type RowsPerPage = (typeof rowsPerPage)[number]

/** Everything that a table page shows, as its URL says it. */
export interface ViewState {
  /** A provider's slug, or `all`. */
  provider: string
  filters: Record<string, FilterValue>
  /** A SCIM filter (RFC 7644 §3.4.2.2) in the form's place; `filters` has what stands beside it (`besideExpression`) and no more. */
  expression?: string
  sort?: Sort
  /** From 1. Directory tables. */
  page: number
  rows: RowsPerPage
  /** Event tables: where the page begins. Opaque here. */
  cursor?: string
  /** The row whose drawer is open. */
  open?: string
  /** The drawer's tab. */
  tab?: string
  /** The saved filter that this view came from. */
  saved?: string
}

export interface ViewContext {
  /** Shown when the URL names none. */
  provider: string
  /** Slugs that exist: another one in the URL is stale. */
  providers: string[]
  /** The admin's own choice for this page. */
  rows?: RowsPerPage
}

/** URL parameters that are no filters. */
export const reservedParameters = [
  'provider',
  'filter',
  'sort',
  'page',
  'rows',
  'cursor',
  'open',
  'tab',
  'saved',
] as const
type Reserved = (typeof reservedParameters)[number]

/** As Next hands them to a page. */
export type SearchParams = Record<string, string | string[] | undefined>

const maxPage = 1_000_000
const maxOpaque = 512

/** The filters that hold before anybody chooses: those with a default. */
export function defaultFilters(spec: TableSpec): Record<string, FilterValue> {
  const filters: Record<string, FilterValue> = {}
  for (const filter of spec.filters)
    if (filter.kind === 'timeRange' && filter.default !== undefined)
      filters[filter.id] = { kind: 'timeRange', preset: filter.default }
  return filters
}

/** Of these filters those that hold together with an expression: an event table's time range, and what no expression says. */
export const besideExpression = (spec: TableSpec, filters: Record<string, FilterValue>): Record<string, FilterValue> =>
  Object.fromEntries(
    spec.filters.flatMap((filter) => {
      const value = filters[filter.id]
      return value && standsBeside(spec, filter) ? [[filter.id, value]] : []
    }),
  )

/** Whether a filter keeps its chip while an expression is written. */
export const standsBeside = (spec: TableSpec, filter: FilterSpec): boolean =>
  filter.kind === 'timeRange' ? spec.kind === 'event' : filter.kind === 'text' && filter.path === undefined

/** Reads a page's query string. `dropped` names each parameter that means nothing (any more), for the notice above the table. */
export function parseView(
  spec: TableSpec,
  searchParams: SearchParams | URLSearchParams,
  context: ViewContext,
): { view: ViewState; dropped: string[] } {
  const given = group(searchParams)
  const dropped: string[] = []
  const take = (name: Reserved): string | undefined => {
    const [first, ...more] = given.get(name) ?? []
    given.delete(name)
    for (const text of more) dropped.push(`${name}=${text}`)
    return first
  }
  const read = <T>(name: Reserved, understand: (text: string) => T | undefined): T | undefined => {
    const text = take(name)
    const value = text === undefined ? undefined : understand(text)
    if (text !== undefined && value === undefined) dropped.push(`${name}=${text}`)
    return value
  }
  const opaque = (text: string) => (text !== '' && text.length <= maxOpaque ? text : undefined)
  const sortable = spec.columns.filter((column) => column.sortable).map((column) => column.id)
  const event = spec.kind === 'event'

  const view: ViewState = {
    provider: read('provider', (text) => knownProvider(spec, context, text)) ?? context.provider,
    filters: defaultFilters(spec),
    page: read('page', (text) => (event ? undefined : readPage(text))) ?? 1,
    rows: read('rows', (text) => rowsPerPage.find((rows) => String(rows) === text)) ?? context.rows ?? 25,
  }
  const optional = {
    expression: read('filter', (text) => (spec.expression && text.trim() ? text : undefined)),
    sort: read('sort', (text) => readSort(text, sortable)) ?? spec.defaultSort,
    cursor: read('cursor', (text) => (event ? opaque(text) : undefined)),
    open: read('open', opaque),
    tab: read('tab', opaque),
    saved: read('saved', opaque),
  }
  const asked = new Set(given.keys())
  for (const filter of spec.filters) {
    const texts = given.get(filter.id)
    given.delete(filter.id)
    if (!texts) continue
    const { value, dropped: stale } = readFilterValue(filter, texts)
    if (value) view.filters[filter.id] = value
    for (const text of stale) dropped.push(`${filter.id}=${text}`)
  }
  if (optional.expression !== undefined) {
    const beside = besideExpression(spec, view.filters)
    const counted = (id: string) => beside[id] || !asked.has(id)
    dropped.push(...Object.keys(view.filters).filter((id) => !counted(id)))
    view.filters = beside
  }
  for (const name of given.keys()) dropped.push(name)
  return { view: Object.assign(view, withoutUndefined(optional)), dropped }
}

/** The query string (without `?`) that `parseView` reads back as this view. */
export function printView(spec: TableSpec, view: ViewState): string {
  const params = new URLSearchParams({ provider: view.provider })
  for (const [name, value] of printFilters(spec, view)) params.append(name, value)
  if (spec.kind === 'directory' && view.page > 1) params.set('page', String(view.page))
  params.set('rows', String(view.rows))
  if (spec.kind === 'event' && view.cursor) params.set('cursor', view.cursor)
  for (const name of ['saved', 'open', 'tab'] as const) if (view[name]) params.set(name, view[name])
  return params.toString()
}

/** The part of a view that a saved filter keeps: filters or expression, and sort, in the spec's order, as a query string. */
export const printSavedQuery = (spec: TableSpec, view: SavedPart): string =>
  new URLSearchParams(printFilters(spec, view)).toString()

type SavedPart = Pick<ViewState, 'filters' | 'expression' | 'sort'>

function printFilters(spec: TableSpec, view: SavedPart): [string, string][] {
  const defaults = defaultFilters(spec)
  const pairs: [string, string][] = []
  if (view.expression !== undefined) pairs.push(['filter', view.expression])
  for (const { id } of spec.filters) {
    const value = view.filters[id]
    if (!value) continue
    const texts = printFilterValue(value)
    const standard = defaults[id] && printFilterValue(defaults[id])
    if (standard?.join() !== texts.join()) for (const text of texts) pairs.push([id, text])
  }
  const sort = printSort(view.sort)
  if (sort !== printSort(spec.defaultSort)) pairs.push(['sort', sort])
  return pairs
}

const printSort = (sort?: Sort) => (sort ? `${sort.descending ? '-' : ''}${sort.column}` : '')

function readSort(text: string, sortable: string[]): Sort | undefined {
  const descending = text.startsWith('-')
  const column = descending ? text.slice(1) : text
  return sortable.includes(column) ? { column, descending } : undefined
}

function readPage(text: string): number | undefined {
  const page = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return page >= 1 && page <= maxPage ? page : undefined
}

function knownProvider(spec: TableSpec, context: ViewContext, slug: string): string | undefined {
  if (slug === 'all') return spec.allProviders ? slug : undefined
  return context.providers.includes(slug) ? slug : undefined
}

function group(searchParams: SearchParams | URLSearchParams): Map<string, string[]> {
  const given = new Map<string, string[]>()
  const pairs = searchParams instanceof URLSearchParams ? [...searchParams] : Object.entries(searchParams)
  for (const [name, value] of pairs)
    if (value !== undefined) given.set(name, [...(given.get(name) ?? []), ...[value].flat()])
  return given
}

function withoutUndefined<T extends object>(source: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}
