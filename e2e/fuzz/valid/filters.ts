import { ENTERPRISE, USER } from '@/lib/idp-clients/urns'
import type { Random } from '../../product/random'
import { groupName, oddText, userName } from './words'

const ATTRIBUTES = [
  ...['userName', 'externalId', 'id', 'displayName', 'active', 'title', 'name.familyName', 'name', 'emails', 'groups'],
  ...['emails.value', 'emails.type', 'emails.primary', 'meta.created', 'meta.lastModified', 'groups.value', 'members'],
  ...['members.value', 'members.display', 'roles', 'nothing', 'password', 'schemas', 'meta.resourceType', 'manager'],
  ...[`${ENTERPRISE}:department`, `${USER}:userName`, `${ENTERPRISE}:manager.value`, 'employeeNumber', 'x.y.z'],
]
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'Co']

/** A filter expression (RFC 7644 §3.4.2.2), most of them well formed. */
export function filter(random: Random, depth = 0): string {
  const kind = random.weighted({
    compare: 10,
    present: 2,
    and: depth < 4 ? 2 : 0,
    or: depth < 4 ? 2 : 0,
    not: depth < 4 ? 1 : 0,
    brackets: depth < 4 ? 1 : 0,
    values: depth < 2 ? 2 : 0,
    long: depth ? 0 : 0.3,
    deep: depth ? 0 : 0.3,
  })
  switch (kind) {
    case 'compare':
      return `${random.pick(ATTRIBUTES)} ${random.pick(OPERATORS)} ${literal(random)}`
    case 'present':
      return `${random.pick(ATTRIBUTES)} pr`
    case 'and':
    case 'or':
      return `${filter(random, depth + 1)} ${kind} ${filter(random, depth + 1)}`
    case 'not':
      return `not (${filter(random, depth + 1)})`
    case 'brackets':
      return `(${filter(random, depth + 1)})`
    case 'values':
      return `${random.pick(['emails', 'members', 'groups', 'addresses'])}[${filter(random, depth + 2)}]`
    case 'long':
      return Array.from({ length: random.pick([50, 199, 200, 201, 500]) }, (_, n) => `title eq "${n}"`).join(
        random.pick([' or ', ' and ']),
      )
    case 'deep': {
      const brackets = random.pick([10, 31, 32, 33, 500, 3000])
      return `${random.pick(['(', 'not (']).repeat(brackets)}title pr${')'.repeat(brackets)}`
    }
  }
}

function literal(random: Random): string {
  const kind = random.weighted({ name: 4, group: 2, odd: 2, number: 1, word: 1, date: 1 })
  if (kind === 'name') return JSON.stringify(userName(random))
  if (kind === 'group') return JSON.stringify(groupName(random))
  if (kind === 'odd') return JSON.stringify(oddText(random).slice(0, 300))
  if (kind === 'number') return random.pick(['0', '-1', '1.5', '1e400', '99999999999999999999', '01', '.5', 'NaN'])
  if (kind === 'date') return random.pick(['"2026-01-01T00:00:00Z"', '"2026-13-45"', '"0001-01-01T00:00:00+14:00"'])
  return random.pick(['true', 'false', 'null', 'True', "'single'", '"open', '"\\u12"', '{}'])
}
