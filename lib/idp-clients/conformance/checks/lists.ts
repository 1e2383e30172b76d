import { resourcesOf, valueAt } from '../../json'
import { including, number, startingWith, text } from '../../match'
import { LIST_RESPONSE } from '../../urns'
import { Skipped } from '../check'
import { aText, complex, indexPages, offers } from '../needs'
import { must, should, type Section } from '../section'
import { findAttribute } from '../attribute'
import type { Talk } from '../talk'
import { people } from './people'

const PAGES = '7644 §3.4.2.4'
const SORT = '7644 §3.4.2.3'
const aList = { status: 200, body: { totalResults: number } }
const filtered = [indexPages, offers('filter')]
const sorted = [offers('sort'), offers('filter'), aText]

async function page(t: Talk, query: string) {
  const { all } = await people(t)
  const { exchange, rows } = await t.find(t.server.user.endpoint, all, `&${query}`)
  return { exchange, rows, ids: rows.map(({ id }) => String(id)) }
}

async function inOrder(t: Talk, query: string, expected: string[], what: string) {
  const { exchange, ids } = await page(t, query)
  if (ids.join() !== expected.join()) t.hold(exchange, `${what}: ${expected.join(', ')}; came ${ids.join(', ')}`)
}

export const lists: Section = {
  title: 'Lists: pages and sorting',
  checks: [
    must(
      'list.message',
      '7644 §3.4.2',
      'a list is a ListResponse with totalResults and Resources',
      '“Responses MUST be identified using the following URI: …:ListResponse”; totalResults “REQUIRED”',
      [],
      async (t) => {
        await people(t)
        const exchange = await t.get(`${t.server.user.endpoint}?startIndex=1&count=2`, {
          status: 200,
          body: { schemas: including(LIST_RESPONSE), totalResults: number },
        })
        if (resourcesOf(exchange.body).length === 0)
          t.hold(exchange, 'Resources: “REQUIRED if totalResults is non-zero”')
      },
    ),
    must(
      'list.partial',
      '7644 §3.4.2',
      'a part of the results says where it is, and how many it holds',
      'startIndex, itemsPerPage: “REQUIRED when partial results are returned due to pagination.”',
      [indexPages],
      async (t) => {
        await people(t)
        const exchange = await t.get(`${t.server.user.endpoint}?startIndex=1&count=1`)
        const rows = resourcesOf(exchange.body).length
        if (rows === valueAt(exchange.body, 'totalResults')) t.hold(exchange, 'one of the users: count is 1')
        t.hold(
          exchange,
          ...(valueAt(exchange.body, 'itemsPerPage') === rows ? [] : [`itemsPerPage ${rows}, the number of Resources`]),
          ...(valueAt(exchange.body, 'startIndex') === 1 ? [] : ['startIndex 1']),
        )
      },
    ),
    must(
      'list.count',
      PAGES,
      'count is the most that a page holds',
      'count: “the service provider MUST NOT return more results than specified”',
      [indexPages],
      async (t) => {
        await people(t)
        const exchange = await t.get(`${t.server.user.endpoint}?startIndex=1&count=2`, aList)
        if (resourcesOf(exchange.body).length > 2) t.hold(exchange, 'two Resources at most')
      },
    ),
    must(
      'list.count-0',
      PAGES,
      'count=0 counts',
      '“A value of "0" indicates that no resource results are to be returned except for "totalResults".”',
      [indexPages],
      async (t) => {
        await people(t)
        const exchange = await t.get(`${t.server.user.endpoint}?count=0`, aList)
        if (resourcesOf(exchange.body).length > 0) t.hold(exchange, 'no Resources')
      },
    ),
    must(
      'list.count-negative',
      PAGES,
      'a negative count is 0',
      'count: “A negative value SHALL be interpreted as "0".”',
      [indexPages],
      async (t) => {
        await people(t)
        const exchange = await t.get(`${t.server.user.endpoint}?count=-3`, aList)
        if (resourcesOf(exchange.body).length > 0) t.hold(exchange, 'no Resources')
      },
    ),
    ...[0, -5].map((startIndex) =>
      must(
        `list.start-${startIndex}`,
        PAGES,
        `startIndex=${startIndex} is 1`,
        'startIndex: “A value less than 1 SHALL be interpreted as 1.”',
        [indexPages],
        async (t) => {
          await people(t)
          const exchange = await t.get(`${t.server.user.endpoint}?startIndex=${startIndex}&count=1`)
          const said = valueAt(exchange.body, 'startIndex')
          t.hold(
            exchange,
            ...(resourcesOf(exchange.body).length === 1 ? [] : ['the first user']),
            ...(said === undefined || said === 1 ? [] : ['startIndex 1']),
          )
        },
      ),
    ),
    should(
      'list.walk',
      PAGES,
      'page after page, each resource comes once',
      '“to continue paging, set the startIndex to 11 and re-fetch”',
      filtered,
      async (t) => {
        const { a, b, c } = await people(t)
        const found: string[] = []
        let last
        for (const startIndex of [1, 2, 3]) {
          const { exchange, ids } = await page(t, `startIndex=${startIndex}&count=1`)
          found.push(...ids)
          last = exchange
        }
        const wanted = [a.id, b.id, c.id].sort().join()
        if ([...found].sort().join() !== wanted) t.hold(last!, `three pages with one each of ${wanted}`)
      },
    ),
    must(
      'list.total',
      PAGES,
      'totalResults counts all matches, whatever the page holds',
      'totalResults: “Specifies the total number of results matching the client query”',
      filtered,
      async (t) => {
        const { exchange } = await page(t, 'startIndex=1&count=1')
        if (valueAt(exchange.body, 'totalResults') !== 3) t.hold(exchange, 'totalResults 3')
      },
    ),
    should(
      'list.beyond',
      PAGES,
      'beyond the last result there is an empty page',
      '“A query that does not return any matches SHALL return success”, by analogy',
      filtered,
      async (t) => {
        const { exchange, rows } = await page(t, 'startIndex=1000&count=10')
        if (rows.length > 0) t.hold(exchange, 'no Resources')
      },
    ),
    should(
      'list.unknown-parameter',
      '7644 §3.4.2',
      'unknown query parameters are ignored',
      '“SHOULD ignore any query parameters they do not recognize instead of rejecting the query”',
      [],
      async (t) => {
        await t.get(`${t.server.user.endpoint}?count=1&conformance=yes`, aList)
      },
    ),
    must(
      'sort.ascending',
      SORT,
      'sortBy, ascending unless told; those without a value come last',
      '“"sortOrder" SHALL default to ascending”; without data “they are ordered last if ascending”',
      sorted,
      async (t) => {
        const { a, b, c } = await people(t)
        await inOrder(t, `sortBy=${t.text}`, [a.id, b.id, c.id], 'ascending')
      },
    ),
    must(
      'sort.descending',
      SORT,
      'sortOrder=descending; those without a value come first',
      'without data “they are ordered last if ascending and first if descending”',
      sorted,
      async (t) => {
        const { a, b, c } = await people(t)
        await inOrder(t, `sortBy=${t.text}&sortOrder=descending`, [c.id, b.id, a.id], 'descending')
      },
    ),
    must(
      'sort.ignores-case',
      SORT,
      'texts that are not caseExact are sorted without case',
      '“for case-insensitive attributes, sort the result using case-insensitive Unicode alphabetic sort order”',
      sorted,
      async (t) => {
        if (findAttribute(t.server.user.attributes, t.text)?.caseExact) throw new Skipped(`${t.text} is caseExact`)
        const prefix = t.unique('s')
        const ids: Record<string, string> = {}
        for (const word of ['Bb', 'aa', 'cc']) {
          const made = await t.user({ userName: `${prefix}${word}@conformance.example`, [t.text]: `${prefix}${word}` })
          ids[word] = made.id
        }
        const { exchange, rows } = await t.find(t.server.user.endpoint, `userName sw "${prefix}"`, `&sortBy=${t.text}`)
        const came = rows.map(({ id }) => id).join()
        if (came !== [ids['aa'], ids['Bb'], ids['cc']].join()) t.hold(exchange, `the order aa, Bb, cc of ${t.text}`)
      },
    ),
    must(
      'sort.sub-attribute',
      SORT,
      'sortBy a sub-attribute',
      '“If the attribute is complex, the attribute name must be a path to a sub-attribute”',
      [offers('sort'), offers('filter'), complex],
      async (t) => {
        const prefix = t.unique('n')
        const { name, parts } = t.complex
        const make = async (word: string) =>
          (
            await t.user({
              userName: `${prefix}${word}@conformance.example`,
              [name]: { [parts[0]]: word, [parts[1]]: 'Same' },
            })
          ).id
        const [second, first] = [await make('Bear'), await make('Ant')]
        const { exchange, rows } = await t.find(
          t.server.user.endpoint,
          `userName sw "${prefix}"`,
          `&sortBy=${name}.${parts[0]}`,
        )
        if (rows.map(({ id }) => id).join() !== [first, second].join()) t.hold(exchange, 'Ant before Bear')
      },
    ),
    must(
      'list.rows',
      '7643 §3.1',
      'each row of a list has its id and schemas',
      '“Each representation of the resource MUST include a non-empty "id" value.” §3: "schemas" is REQUIRED',
      [],
      async (t) => {
        await people(t)
        await t.get(`${t.server.user.endpoint}?startIndex=1&count=1`, {
          status: 200,
          body: { Resources: startingWith({ id: text, schemas: including(t.server.user.schema) }) },
        })
      },
    ),
  ],
}
