import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangeColumns, columnSettings } from './table-settings'
import { applySaved, isModified } from './saved-view'
import { isUnary, type FilterValue } from './filter-value'
import type { FilterSpec, TableSpec, TextOperator } from './spec'
import {
  besideExpression,
  parseView,
  printSavedQuery,
  printView,
  reservedParameters,
  rowsPerPage,
  type ViewState,
} from './view-state'

const operators: [TextOperator, ...TextOperator[]] = ['contains', 'is', 'startsWith', 'empty']
const filters = {
  userName: { id: 'userName', title: 'User name', kind: 'text', operators },
  status: { id: 'status', title: 'Status', kind: 'oneOf', options: [option('active'), option('inactive')] },
  method: { id: 'method', title: 'Method', kind: 'anyOf', options: ['POST', 'PUT', 'PATCH'].map(option) },
  at: { id: 'at', title: 'Time', kind: 'timeRange', presets: [option('24h'), option('14d')], default: '14d' },
  attribute: {
    id: 'attribute',
    title: 'Attribute',
    kind: 'attribute',
    options: [
      option('title'),
      option('urn:x:1.0:User:badge'),
      { ...option('vip'), type: 'flag' },
      { ...option('level'), type: 'number' },
      { ...option('hired'), type: 'time' },
    ],
  },
} satisfies Record<string, FilterSpec>

const directory: TableSpec = {
  page: 'users',
  title: 'SCIM Users',
  noun: { one: 'user', many: 'users' },
  kind: 'directory',
  columns: [
    { id: 'userName', title: 'SCIM User Name', kind: 'name', width: 200, identity: true, sortable: true },
    { id: 'updated', title: 'Last Updated', kind: 'time', width: 120, sortable: true },
    { id: 'groups', title: 'Groups', kind: 'number', width: 80 },
  ],
  filters: Object.values(filters),
  expression: [{ path: 'userName', type: 'text', hint: 'User' }],
  defaultSort: { column: 'updated', descending: true },
  allProviders: true,
}
const event: TableSpec = { ...directory, page: 'sync-logs', kind: 'event', allProviders: undefined }
const context = { provider: 'okta', providers: ['okta', 'entra'] }

function option(value: string) {
  return { value, label: value }
}
const parse = (query: string, spec = directory) => parseView(spec, new URLSearchParams(query), context)

const term = fc
  .record({ op: fc.constantFrom(...operators), text: fc.string({ minLength: 1, unit: 'binary' }) })
  .map(({ op, text }) => ({ op, text: isUnary(op) ? '' : text }))
const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
const values = {
  userName: term.map((value): FilterValue => ({ kind: 'text', ...value })),
  status: fc.constantFrom('active', 'inactive').map((value): FilterValue => ({ kind: 'oneOf', value })),
  method: fc
    .subarray(['POST', 'PUT', 'PATCH'], { minLength: 1 })
    .map((values): FilterValue => ({ kind: 'anyOf', values })),
  at: fc.oneof(
    fc.constantFrom('24h', '14d').map((preset): FilterValue => ({ kind: 'timeRange', preset })),
    fc.tuple(instant, instant).map(([a, b]): FilterValue => {
      const [from = '', to = ''] = [a, b].map((date) => date.toISOString()).sort()
      return { kind: 'timeRange', from, to }
    }),
    instant.map((date): FilterValue => ({ kind: 'timeRange', from: date.toISOString() })),
  ),
  attribute: fc
    .array(
      fc
        .tuple(fc.constantFrom('title', 'urn:x:1.0:User:badge'), term)
        .map(([attribute, value]) => ({ attribute, ...value })),
      { minLength: 1, maxLength: 3 },
    )
    .map((terms): FilterValue => ({ kind: 'attribute', terms })),
}
const opaque = fc.stringMatching(/^[\w-]{1,40}$/)
const viewOf = (spec: TableSpec) =>
  fc
    .record(
      {
        provider: fc.constantFrom('okta', 'entra', ...(spec.allProviders ? ['all'] : [])),
        filters: fc
          .record(values, { requiredKeys: [] })
          .map((given) => ({ at: { kind: 'timeRange', preset: '14d' } as FilterValue, ...given })),
        sort: fc.record({ column: fc.constantFrom('userName', 'updated'), descending: fc.boolean() }),
        page: spec.kind === 'directory' ? fc.integer({ min: 1, max: 1_000_000 }) : fc.constant(1),
        rows: fc.constantFrom(...rowsPerPage),
        open: opaque,
        tab: opaque,
        saved: opaque,
        ...(spec.kind === 'event' && { cursor: opaque }),
      },
      { requiredKeys: ['provider', 'filters', 'sort', 'page', 'rows'] },
    )
    .chain((view) =>
      // An expression stands in the form's place.
      fc
        .option(
          fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
          { nil: undefined },
        )
        .map((expression): ViewState =>
          expression === undefined ? view : { ...view, expression, filters: besideExpression(spec, view.filters) },
        ),
    )

describe('the URL is the state', () => {
  it.each([directory, event])('reads back every view that it writes ($kind)', (spec) => {
    fc.assert(
      fc.property(viewOf(spec), (view) => {
        const query = printView(spec, view)
        expect(parse(query, spec)).toEqual({ view, dropped: [] })
        expect(printView(spec, parse(query, spec).view)).toBe(query)
      }),
    )
  })

  it('never throws, and either keeps or names what it was given', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { view, dropped } = parse(query)
        expect(parse(printView(directory, view)).dropped).toEqual([])
        for (const name of new Set(new URLSearchParams(query).keys()))
          if (!reservedParameters.some((known) => known === name) && !(name in filters)) expect(dropped).toContain(name)
      }),
    )
  })

  it('shows the defaults on a bare URL', () => {
    expect(parse('')).toEqual({
      view: {
        provider: 'okta',
        filters: { at: { kind: 'timeRange', preset: '14d' } },
        sort: { column: 'updated', descending: true },
        page: 1,
        rows: 25,
      },
      dropped: [],
    })
    expect(parseView(directory, {}, { ...context, rows: 50 }).view.rows).toBe(50)
  })

  it('writes nothing for a default', () => {
    expect(printView(directory, parse('at=14d&sort=-updated&page=1').view)).toBe('provider=okta&rows=25')
  })

  it.each([
    ['colour=red', ['colour']],
    ['provider=gone', ['provider=gone']],
    ['sort=groups', ['sort=groups']],
    ['sort=-nothing', ['sort=-nothing']],
    ['page=0', ['page=0']],
    ['page=two', ['page=two']],
    ['rows=30', ['rows=30']],
    ['cursor=abc', ['cursor=abc']],
    ['status=gone', ['status=gone']],
    ['status=active&status=inactive', ['status=inactive']],
    ['method=POST,GET', ['method=GET']],
    ['method=', ['method=']],
    ['userName=ann', ['userName=ann']],
    ['userName=sounds:ann', ['userName=sounds:ann']],
    ['userName=contains:', ['userName=contains:']],
    ['userName=empty:x', ['userName=empty:x']],
    ['at=fortnight', ['at=fortnight']],
    ['at=..', ['at=..']],
    ['at=2026-02-30x..', ['at=2026-02-30x..']],
    ['at=2026-02-02..2026-02-01', ['at=2026-02-02..2026-02-01']],
    ['attribute=shoeSize:is:44&attribute=title:is:CEO', ['attribute=shoeSize:is:44']],
    [
      'attribute=vip:contains:t&attribute=vip:is:maybe&attribute=vip:is:true',
      ['attribute=vip:contains:t', 'attribute=vip:is:maybe'],
    ],
    ['attribute=level:atLeast:high&attribute=level:atLeast:7', ['attribute=level:atLeast:high']],
    ['attribute=hired:atMost:soon&attribute=hired:empty', ['attribute=hired:atMost:soon']],
    ['attribute=title:atLeast:a', ['attribute=title:atLeast:a']],
    ['open=', ['open=']],
    ['filter=+', ['filter= ']],
    ['filter=title+pr&status=active&userName=is:ann', ['status']],
  ])('drops %s and says so', (query, dropped) => {
    expect(parse(query).dropped).toEqual(dropped)
  })

  it('keeps "all providers" to the pages that have it', () => {
    expect(parse('provider=all')).toMatchObject({ view: { provider: 'all' }, dropped: [] })
    expect(parse('provider=all', event)).toMatchObject({ view: { provider: 'okta' }, dropped: ['provider=all'] })
  })
})

describe('a saved filter', () => {
  const view = parse('userName=contains:ann&sort=userName&page=3&open=row&rows=50').view
  const saved = {
    id: 's1',
    name: 'Ann',
    query: printSavedQuery(directory, view),
    session: 'this' as const,
    shared: false,
  }
  const columns = arrangeColumns(directory, {})

  it('keeps filters and sort, nothing else', () => {
    expect(saved.query).toBe('userName=contains%3Aann&sort=userName')
    expect(applySaved(directory, parse('provider=entra&status=active&page=9').view, saved).view).toEqual({
      ...parse('userName=contains:ann&sort=userName').view,
      provider: 'entra',
      saved: 's1',
    })
  })

  it('keeps an expression in the place of the filters', () => {
    const written = parse('filter=title+eq+"CEO"+or+title+pr&userName=is:ann&sort=userName').view
    const kept = { ...saved, query: printSavedQuery(directory, written) }
    expect(applySaved(directory, view, kept).view).toMatchObject({
      expression: 'title eq "CEO" or title pr',
      filters: { userName: { kind: 'text', op: 'is', text: 'ann' } },
    })
    expect(isModified(directory, { ...written, expression: 'title pr' }, columns, kept)).toBe(true)
    expect(isModified(directory, written, columns, kept)).toBe(false)
  })

  it.each([
    ['saved=s1&userName=contains:ann&sort=userName&page=7&provider=entra', false],
    ['saved=s1&userName=contains:anna&sort=userName', true],
    ['saved=s1&userName=contains:ann', true],
  ])('is modified by what it keeps (%s)', (query, modified) => {
    expect(isModified(directory, parse(query).view, columns, saved)).toBe(modified)
  })

  it('is modified by other columns, where it keeps any', () => {
    const kept = { ...saved, columns: columnSettings(columns) }
    const fewer = columns.map((each, at) => ({ ...each, shown: at === 0 }))
    expect(isModified(directory, view, columns, kept)).toBe(false)
    expect(isModified(directory, view, fewer, kept)).toBe(true)
    expect(isModified(directory, view, fewer, saved)).toBe(false)
  })
})
