import { describe, expect, it } from 'vitest'
import type { FilterValue } from '@/lib/tables/filter-value'
import type { FilterSpec } from '@/lib/tables/spec'
import { describeFilter } from './describe-filter'

const clock = { zone: 'Europe/Berlin', now: new Date('2026-11-24T14:00:00Z') }
const option = (value: string, label: string) => ({ value, label })
const userName: FilterSpec = { id: 'u', title: 'User name', kind: 'text', operators: ['contains', 'empty'] }
const method: FilterSpec = {
  id: 'm',
  title: 'Method',
  kind: 'anyOf',
  options: [option('POST', 'POST'), option('PUT', 'PUT')],
}
const status: FilterSpec = { id: 's', title: 'Status', kind: 'oneOf', options: [option('active', 'Active')] }
const at: FilterSpec = { id: 't', title: 'Time', kind: 'timeRange', presets: [option('24h', '24 hours')] }
const attribute: FilterSpec = {
  id: 'a',
  title: 'Attribute',
  kind: 'attribute',
  options: [
    option('title', 'Title'),
    { ...option('vip', 'VIP'), type: 'flag' },
    { ...option('hired', 'Hired'), type: 'time' },
    { ...option('level', 'Level'), type: 'number' },
  ],
}

describe('a filter in words', () => {
  it.each<[FilterSpec, FilterValue | undefined, string[]]>([
    [userName, { kind: 'text', op: 'contains', text: 'ann' }, ['User name|contains|ann']],
    [userName, { kind: 'text', op: 'empty', text: '' }, ['User name|is empty|']],
    [userName, undefined, ['User name||']],
    [status, { kind: 'oneOf', value: 'active' }, ['Status|is|Active']],
    [method, { kind: 'anyOf', values: ['POST'] }, ['Method|is|POST']],
    [method, { kind: 'anyOf', values: ['POST', 'PUT'] }, ['Method|is any of|POST, PUT']],
    [at, { kind: 'timeRange', preset: '24h' }, ['Time|in the last|24 hours']],
    [at, { kind: 'timeRange', from: '2026-11-24T13:00:00.000Z' }, ['Time|since|24 Nov 14:00:00']],
    [at, { kind: 'timeRange', to: '2025-11-24T13:00:00.000Z' }, ['Time|until|24 Nov 2025 14:00:00']],
    [
      at,
      { kind: 'timeRange', from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' },
      ['Time|between|1 Nov 01:00:00 and 2 Nov 01:00:00'],
    ],
    [attribute, { kind: 'attribute', terms: [{ attribute: 'title', op: 'is', text: 'CEO' }] }, ['Title|is|CEO']],
    [
      attribute,
      {
        kind: 'attribute',
        terms: [
          { attribute: 'vip', op: 'is', text: 'True' },
          { attribute: 'hired', op: 'atMost', text: '2026-11-24T13:00:00.000Z' },
          { attribute: 'level', op: 'atLeast', text: '7' },
          { attribute: 'hired', op: 'empty', text: '' },
        ],
      },
      ['VIP|is|Yes', 'Hired|until|24 Nov 14:00:00', 'Level|is at least|7', 'Hired|is empty|'],
    ],
    [attribute, undefined, ['Attribute||']],
  ])('%j, %j', (spec, value, expected) => {
    const words = describeFilter(spec, value, clock)
    expect(words.map((each) => `${each.key}|${each.operator ?? ''}|${each.value ?? ''}`)).toEqual(expected)
  })
})
