import { none } from '../../match'
import { Skipped } from '../check'
import { aText, complex, has, offers, valued } from '../needs'
import { must, type Section } from '../section'
import { findAttribute } from '../attribute'
import { finds, people } from './people'

const CLAUSE = '7644 §3.4.2.2'
const filter = offers('filter')
const quoted = (text: string) => JSON.stringify(text)

const onText = (op: string, why: string, literal: (texts: { a: string; b: string }) => string, found: ('a' | 'b')[]) =>
  must(`filter.${op}`, CLAUSE, `the operator ${op}`, why, [filter, aText], async (t) => {
    const { all, texts } = await people(t)
    await finds(t, `${t.text} ${op} ${quoted(literal(texts))} and ${t.text} pr and ${all}`, found)
  })

export const filterOperators: Section = {
  title: 'Filters: operators',
  checks: [
    must(
      'filter.eq',
      CLAUSE,
      'the operator eq',
      'eq: “The attribute and operator values must be identical for a match.”',
      [filter],
      async (t) => {
        const { a } = await people(t)
        await finds(t, `userName eq ${quoted(String(a['userName']))}`, ['a'])
      },
    ),
    must(
      'filter.eq.ignores-case',
      CLAUSE,
      'a text that is not caseExact is compared without case',
      '“the case sensitivity for String type attributes SHALL be determined by the attribute’s "caseExact" characteristic”',
      [
        filter,
        ({ user }) => (findAttribute(user.attributes, 'userName')?.caseExact ? 'userName is caseExact' : undefined),
      ],
      async (t) => {
        const { a } = await people(t)
        await finds(t, `userName eq ${quoted(String(a['userName']).toUpperCase())}`, ['a'])
      },
    ),
    must(
      'filter.eq.heeds-case',
      CLAUSE,
      'externalId, which is caseExact, is compared with case',
      '“SHALL be determined by the attribute’s "caseExact" characteristic”; RFC 7643 §3.1: externalId has "caseExact" as "true"',
      [filter],
      async (t) => {
        const externalId = t.unique('Ext')
        const { id } = await t.user({ externalId })
        const right = await t.find(t.server.user.endpoint, `externalId eq ${quoted(externalId)}`)
        if (!right.rows.some((row) => row['id'] === id)) throw new Skipped('externalId can’t be searched here')
        const wrong = await t.find(t.server.user.endpoint, `externalId eq ${quoted(externalId.toLowerCase())}`)
        if (wrong.rows.length > 0) t.hold(wrong.exchange, 'to find nobody: the case differs')
      },
    ),
    onText('ne', 'ne: “The attribute and operator values are not identical.”', ({ a }) => a, ['b']),
    onText(
      'co',
      'co: “The entire operator value must be a substring of the attribute value”',
      ({ a }) => a.slice(3, -1),
      ['a'],
    ),
    onText('sw', 'sw: “a substring of the attribute value, starting at the beginning”', ({ b }) => b.slice(0, -2), [
      'b',
    ]),
    onText('ew', 'ew: “a substring of the attribute value, matching at the end”', ({ a }) => a.slice(2), ['a']),
    onText('gt', 'gt: “For string attribute types, this is a lexicographical comparison”', ({ a }) => a, ['b']),
    onText('ge', 'ge: “greater than or equal to the operator value”', ({ a }) => a, ['a', 'b']),
    onText('lt', 'lt: “For string attribute types, this is a lexicographical comparison”', ({ b }) => b, ['a']),
    onText('le', 'le: “less than or equal to the operator value”', ({ b }) => b, ['a', 'b']),
    must(
      'filter.pr',
      CLAUSE,
      'the operator pr',
      'pr: “If the attribute has a non-empty or non-null value … there is a match.”',
      [filter, aText],
      async (t) => finds(t, `${t.text} pr and ${(await people(t)).all}`, ['a', 'b']),
    ),
    must(
      'filter.boolean',
      CLAUSE,
      'a boolean is compared with true and false',
      'compValue = false / null / true / number / string',
      [filter, has('active')],
      async (t) => {
        const { id, userName, active } = await t.user({ active: false })
        if (active !== false) throw new Skipped('the server does not keep active: false')
        const named = `userName eq ${quoted(String(userName))}`
        const inactive = await t.find(t.server.user.endpoint, `active eq false and ${named}`)
        if (!inactive.rows.some((row) => row['id'] === id)) t.hold(inactive.exchange, `to find the user ${id}`)
        const wrong = await t.find(t.server.user.endpoint, `active eq true and ${named}`)
        if (wrong.rows.length > 0) t.hold(wrong.exchange, 'to find nobody: the user is inactive')
      },
    ),
    must(
      'filter.date',
      CLAUSE,
      'dates are compared as instants, whatever their offset',
      'lt: “for DateTime types, it is a chronological comparison”',
      [filter],
      async (t) => {
        const { all } = await people(t)
        const hour = 3_600_000
        // An hour from now, as a clock five hours behind shows it: earlier as text, later as an instant.
        const later = `${new Date(Date.now() + hour - 5 * hour).toISOString().slice(0, 19)}-05:00`
        await finds(t, `meta.created lt "${later}" and ${all}`, ['a', 'b', 'c'])
        await finds(t, `meta.created gt "${later}" and ${all}`, [])
      },
    ),
    must(
      'filter.sub-attribute',
      CLAUSE,
      'a sub-attribute is named with a dot',
      '“For complex attributes, a fully qualified sub-attribute MUST be specified … e.g. name.givenName”',
      [filter, complex],
      async (t) => {
        const { name, parts } = t.complex
        const value = t.unique('sub')
        const { id } = await t.user({ [name]: { [parts[0]]: value, [parts[1]]: 'Other' } })
        const { exchange, rows } = await t.find(t.server.user.endpoint, `${name}.${parts[0]} eq ${quoted(value)}`)
        if (rows.length !== 1 || rows[0]!['id'] !== id) t.hold(exchange, `to find the user ${id} alone`)
      },
    ),
    must(
      'filter.multi-valued',
      CLAUSE,
      'a multi-valued attribute matches when any of its values does',
      '“the filter matches if any of the values of the specified attribute match the specified criterion”',
      [filter, valued],
      async (t) => {
        const { prefix } = await people(t)
        await finds(t, `${t.valued.name}.value eq ${quoted(t.valued.value(`${prefix}a1`))}`, ['a'])
      },
    ),
    must(
      'filter.value-path',
      CLAUSE,
      'brackets: the conditions hold for one and the same value',
      '“expressions MUST be applied to the same value of a parent attribute specified immediately before the left square bracket”',
      [filter, valued],
      async (t) => {
        const { prefix } = await people(t)
        const { name, types, value } = t.valued
        const work = quoted(value(`${prefix}a0`))
        await finds(t, `${name}[type eq "${types[0]}" and value eq ${work}]`, ['a'])
        await finds(t, `${name}[type eq "${types[1]}" and value eq ${work}]`, [])
      },
    ),
    must(
      'filter.escapes',
      CLAUSE,
      'a literal is a JSON string: quotation marks and backslashes are escaped',
      'compValue: “rules from JSON (RFC 7159)”',
      [filter, aText],
      async (t) => {
        const value = `${t.unique('q')} "quoted" \\ back`
        const { id } = await t.user({ [t.text]: value })
        const { exchange, rows } = await t.find(t.server.user.endpoint, `${t.text} eq ${quoted(value)}`)
        if (rows.length !== 1 || rows[0]!['id'] !== id) t.hold(exchange, `to find the user ${id} alone`)
      },
    ),
    must(
      'filter.no-match',
      '7644 §3.4.2',
      'no match is a success with totalResults 0',
      '“A query that does not return any matches SHALL return success (HTTP status code 200) with "totalResults" set to a value of 0.”',
      [filter],
      async (t) => {
        await t.get(`${t.server.user.endpoint}?filter=${encodeURIComponent(`userName eq "${t.unique('none')}"`)}`, {
          status: 200,
          body: { totalResults: 0, Resources: none },
        })
      },
    ),
  ],
}
