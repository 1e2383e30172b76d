import { expect, test } from 'vitest'
import { groupsWhere, usersWhere } from '@/lib/directory/portal-where'
import { printFilter, sharedRegistry, type Filter } from '@/lib/scim'
import { syncLogWhere } from '@/lib/sync-log/search-targets'
import { ExpressionError, readExpression } from './read-expression'
import { syncLogAttributes } from './specs/sync-log-attributes'
import { groupsSpec } from './specs/groups'
import { filterOf } from './view-filter'

const users = (filter: Filter) => usersWhere(sharedRegistry, filter)
const groups = (filter: Filter) => groupsWhere(sharedRegistry, filter)

function faultOf(text: string, check: (filter: Filter) => unknown) {
  try {
    readExpression(text, check)
  } catch (error) {
    if (error instanceof ExpressionError) return error.fault
    throw error
  }
  throw new Error(`${text} was read`)
}

test.each([
  ['userName', users, 8, 'an operator is expected'],
  ['userName eq ann', users, 12, 'Text stands in double quotes'],
  ['userName eq "ann', users, 12, 'does not end'],
  ['(userName pr', users, 12, 'closing bracket )'],
  ['userName pr active pr', users, 12, 'Join conditions'],
  ['userName pr and colour eq "red"', users, 16, 'colour'],
  ['active eq true and (userName pr or active co "x")', users, 35, 'active'],
  ['emails[type eq "work" and shade eq "x"]', users, 26, 'shade'],
  ['not (password pr)', users, 5, 'password'],
  ['members.value eq "x" or userName eq "x"', groups, 24, 'userName'],
  ['method eq "PUT" and colour eq "red"', syncLogWhere, 20, 'There are: requestTime, method'],
  ['payload co "x"', syncLogWhere, 0, 'payload takes eq and ne'],
] as const)('%s', (text, check, column, message) =>
  expect(faultOf(text, check)).toEqual({ column, message: expect.stringContaining(message) }),
)

test('what is too long is said without a place', () => {
  expect(faultOf(`userName eq "${'x'.repeat(9000)}"`, users)).toEqual({ message: expect.stringContaining('8 KiB') })
})

test('form and expression hold together, as parts of one condition', () => {
  const filters = { name: { kind: 'text', op: 'is', text: 'Team' } as const }
  const both = filterOf(groupsSpec([], []), { filters, expression: 'id pr or displayName co "x"' }, new Date(), groups)
  expect(both && printFilter(both)).toBe('displayName eq "Team" and (id pr or displayName co "x")')
  expect(filterOf(groupsSpec([], []), { filters: {} }, new Date(), groups)).toBeUndefined()
  expect(() =>
    filterOf(groupsSpec([], []), { filters: {}, expression: 'id pr) or (id pr' }, new Date(), groups),
  ).toThrow(ExpressionError)
})

test('what the portal completes in the sync log is what can be searched there', () => {
  for (const { path } of syncLogAttributes) readExpression(`${path} pr`, syncLogWhere)
  const { message } = faultOf('x pr', syncLogWhere)
  expect(message).toContain(`There are: ${syncLogAttributes.map(({ path }) => path).join(', ')}.`)
})
