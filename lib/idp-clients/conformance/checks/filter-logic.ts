import { aText, groups, has, offers } from '../needs'
import { must, should, type Section } from '../section'
import type { Talk } from '../talk'
import { finds, people } from './people'

const CLAUSE = '7644 §3.4.2.2'
const filter = offers('filter')
const invalid = { status: 400, body: { scimType: 'invalidFilter' } }
const refuses = (filter: string) => async (t: Talk) => {
  await t.get(`${t.server.user.endpoint}?filter=${encodeURIComponent(filter)}`, invalid)
}

export const filterLogic: Section = {
  title: 'Filters: logic and refusals',
  checks: [
    must(
      'filter.and',
      CLAUSE,
      'and: both hold',
      'and: “The filter is only a match if both expressions evaluate to true.”',
      [filter, aText],
      async (t) => {
        const { texts, all } = await people(t)
        await finds(t, `${all} and ${t.text} eq "${texts.a}"`, ['a'])
      },
    ),
    must(
      'filter.or',
      CLAUSE,
      'or: either holds',
      'or: “The filter is a match if either expression evaluates to true.”',
      [filter, aText],
      async (t) => {
        const { texts } = await people(t)
        await finds(t, `${t.text} eq "${texts.a}" or ${t.text} eq "${texts.b}"`, ['a', 'b'])
      },
    ),
    must(
      'filter.not',
      CLAUSE,
      'not: the expression does not hold',
      'not: “The filter is a match if the expression evaluates to false.”',
      [filter, aText],
      async (t) => {
        const { texts, all } = await people(t)
        await finds(t, `${all} and ${t.text} pr and not (${t.text} eq "${texts.a}")`, ['b'])
      },
    ),
    must(
      'filter.precedence',
      CLAUSE,
      'and binds stronger than or',
      '“Filters MUST be evaluated using the following order of operations … "not" takes precedence over "and", which takes precedence over "or"”',
      [filter, aText],
      async (t) => {
        const { texts, a, c } = await people(t)
        const [userA, userC] = [`userName eq "${String(a['userName'])}"`, `userName eq "${String(c['userName'])}"`]
        // Read from left to right it would be (a or c) and b, which is nobody.
        await finds(t, `${userA} or ${userC} and ${t.text} eq "${texts.b}"`, ['a'])
      },
    ),
    must(
      'filter.grouping',
      CLAUSE,
      'round brackets change the order',
      '“Boolean expressions MAY be grouped using parentheses to change the standard order of operations”',
      [filter, aText],
      async (t) => {
        const { texts, a, c } = await people(t)
        const [userA, userC] = [`userName eq "${String(a['userName'])}"`, `userName eq "${String(c['userName'])}"`]
        await finds(t, `(${userA} or ${userC}) and ${t.text} eq "${texts.a}"`, ['a'])
        await finds(t, `(${userA} or ${userC}) and ${t.text} eq "${texts.b}"`, [])
      },
    ),
    must(
      'filter.names-ignore-case',
      CLAUSE,
      'names and operators are read without case',
      '“Attribute names and attribute operators used in filters are case insensitive.”',
      [filter],
      async (t) => {
        const { a } = await people(t)
        await finds(t, `USERNAME Eq "${String(a['userName'])}"`, ['a'])
      },
    ),
    must(
      'filter.qualified',
      '7644 §3.10',
      'a name may be qualified with its schema’s URN',
      '“attributes are uniquely identified by prefixing the attribute name with its schema URN separated by a colon”',
      [filter],
      async (t) => {
        const { a } = await people(t)
        await finds(t, `${t.server.user.schema}:userName eq "${String(a['userName'])}"`, ['a'])
      },
    ),
    must(
      'filter.groups',
      CLAUSE,
      'groups are found by displayName',
      '“only those resources matching the filter expression SHALL be returned”',
      [filter, groups],
      async (t) => {
        const group = await t.group()
        await t.group()
        const { exchange, rows } = await t.find(
          t.server.group!.endpoint,
          `displayName eq "${String(group['displayName'])}"`,
        )
        if (rows.length !== 1 || rows[0]!['id'] !== group.id) t.hold(exchange, `to find the group ${group.id} alone`)
      },
    ),
    must(
      'filter.unknown-operator',
      CLAUSE,
      'an unknown operator is refused',
      '“Providers MUST decline to filter results if the specified filter operation is not recognized and return an HTTP 400 error with a "scimType" error of "invalidFilter"”',
      [filter],
      refuses('userName regex "a"'),
    ),
    // What a server answers is told by a table of errors alone, in which scimType is optional.
    should(
      'filter.malformed',
      '7644 §3.12',
      'a filter that is none is refused',
      '“SCIM filters MUST conform to the following ABNF”; invalidFilter: “The specified filter syntax was invalid”',
      [filter],
      refuses('userName eq "a" and ('),
    ),
    should(
      'filter.no-expression',
      '7644 §3.12',
      'a lone name is no filter',
      '“Each expression MUST contain an attribute name followed by an attribute operator and optional value.”',
      [filter],
      refuses('userName'),
    ),
    must(
      'filter.boolean-order',
      CLAUSE,
      'booleans have no order',
      'gt: “Boolean and Binary attributes SHALL cause a failed response (HTTP status code 400) with "scimType" of "invalidFilter".”',
      [filter, has('active')],
      refuses('active gt true'),
    ),
  ],
}
