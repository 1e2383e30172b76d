import { resourcesOf, valueAt } from '../../json'
import { absent, differences, including, Matcher, number, text } from '../../match'
import { faultsOf } from '../../run'
import { LIST_RESPONSE, SEARCH_REQUEST } from '../../urns'
import { Skipped } from '../check'
import { aText, cursors, offers } from '../needs'
import { must, should, type Section } from '../section'
import { patchOf, textAt, type Talk } from '../talk'
import { people } from './people'

const SEARCH = '7644 §3.4.3'
const ETAG = '7644 §3.14'
const CURSOR = '9865 §2'
const etag = offers('etag')
const unreserved = new Matcher(
  'text of unreserved characters',
  (value) => typeof value === 'string' && /^[\w.~-]+$/.test(value),
)

/** A search by POST; servers without it answer 404, 405 or 501. */
async function search(t: Talk, path: string, body: object) {
  const exchange = await t.send({
    method: 'POST',
    path: `${path}/.search`,
    body: { schemas: [SEARCH_REQUEST], ...body },
  })
  if ([404, 405, 501].includes(exchange.status))
    throw new Skipped(`not offered: ${path}/.search answers ${exchange.status}`)
  t.maySkip(exchange)
  t.hold(exchange, ...faultsOf(exchange, { status: 200, body: { totalResults: number } }))
  return exchange
}

async function versioned(t: Talk) {
  const made = await t.user()
  const exchange = await t.get(t.at(made))
  const tag = exchange.headers['etag']
  if (!tag) throw new Skipped('no ETag on the user')
  return { made, tag, exchange, path: t.at(made) }
}

const cursorPage = async (t: Talk, cursor: string) => {
  const { all } = await people(t)
  return t.find(t.server.user.endpoint, all, `&count=1&cursor=${encodeURIComponent(cursor)}`)
}

export const optional: Section = {
  title: 'Optional features',
  checks: [
    must(
      'search.users',
      SEARCH,
      'POST /Users/.search answers like a list',
      '“After receiving an HTTP POST request, a response is returned as specified in Section 3.4.2.”',
      [offers('filter')],
      async (t) => {
        const { a } = await people(t)
        const exchange = await search(t, t.server.user.endpoint, {
          filter: `userName eq "${String(a['userName'])}"`,
          attributes: ['userName'],
          startIndex: 1,
          count: 10,
        })
        t.hold(
          exchange,
          ...(valueAt(exchange.body, 'totalResults') === 1 && resourcesOf(exchange.body)[0]?.['id'] === a.id
            ? []
            : [`to find the user ${a.id} alone`]),
          ...(t.text && resourcesOf(exchange.body)[0]?.[t.text] !== undefined
            ? [`no ${t.text}: attributes names userName`]
            : []),
        )
      },
    ),
    must(
      'search.root',
      '7644 §3.4.2.1',
      'POST /.search finds resources of all types',
      '“A query against a server root indicates that all resources within the server SHALL be included, subject to filtering.”',
      [offers('filter')],
      async (t) => {
        const { a } = await people(t)
        const exchange = await search(t, '', { filter: `userName eq "${String(a['userName'])}"` })
        const rows = resourcesOf(exchange.body)
        if (rows.length !== 1 || rows[0]!['id'] !== a.id) t.hold(exchange, `to find the user ${a.id} alone`)
      },
    ),
    should(
      'me',
      '7644 §3.11',
      '/Me answers, redirects or says 501',
      '“A service provider that does NOT support this feature SHOULD respond with HTTP status code 501 (Not Implemented).”',
      [],
      async (t) => {
        const exchange = await t.ask({ method: 'GET', path: '/Me' }, { status: [200, 308, 501] })
        if (exchange.status !== 200) return
        t.hold(exchange, ...differences({ id: text }, exchange.body))
        if (!exchange.headers['location'])
          t.hold(exchange, 'a Location header: “MUST be the permanent location of the aliased resource”')
      },
    ),
    must(
      'etag.header',
      ETAG,
      'a user has an ETag',
      '“When supported, SCIM ETags MUST be specified as an HTTP header”',
      [etag],
      async (t) => {
        const exchange = await t.get(t.at(await t.user()))
        if (!exchange.headers['etag']) t.hold(exchange, 'an ETag header')
      },
    ),
    should(
      'etag.version',
      ETAG,
      'meta.version is the same',
      '“and SHOULD be specified within the "version" attribute contained in the resource’s "meta" attribute”; RFC 7643 §3.1: “must be the same as the entity-tag (ETag) HTTP response header”',
      [etag],
      async (t) => {
        const { exchange, tag } = await versioned(t)
        if (valueAt(exchange.body, 'meta.version') !== tag) t.hold(exchange, `meta.version ${tag}`)
      },
    ),
    must(
      'etag.changes',
      ETAG,
      'a change gives another ETag',
      'RFC 7643 §3.1: version “must be the same as the entity-tag”, which RFC 9110 §8.8.3 ties to the representation',
      [etag, aText],
      async (t) => {
        const { made, tag, path } = await versioned(t)
        const body = { ...(await t.read(path)), [t.text]: t.unique('changed') }
        await t.ask({ method: 'PUT', path: t.at(made), body }, { status: [200, 204] })
        const after = await t.get(path)
        if (after.headers['etag'] === tag) t.hold(after, `another ETag than ${tag}`)
      },
    ),
    should(
      'etag.not-modified',
      ETAG,
      'If-None-Match of the current version is 304 without a body',
      '“If the resource has not changed, the service provider simply returns an empty body with a 304 (Not Modified) response code.”',
      [etag],
      async (t) => {
        const { tag, path } = await versioned(t)
        const exchange = await t.ask({ method: 'GET', path, headers: { 'if-none-match': tag } }, { status: 304 })
        if (exchange.text !== '') t.hold(exchange, 'no body')
      },
    ),
    must(
      'etag.if-match',
      ETAG,
      'If-Match lets a change through only while the version is current',
      '“to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource”; 412: “Failed to update. Resource has changed on the server.”',
      [etag, aText],
      async (t) => {
        const { tag, path } = await versioned(t)
        const body = await t.read(path)
        const put = (value: string, match: string) => ({
          method: 'PUT',
          path,
          body: { ...body, [t.text]: value },
          headers: { 'if-match': match },
        })
        await t.ask(put('First', tag), { status: [200, 204] })
        const refused = await t.send(put('Second', tag))
        if (![409, 412].includes(refused.status)) t.hold(refused, `status 412, is ${refused.status}`)
        await t.get(path, { status: 200, body: { [t.text]: 'First' } })
      },
    ),
    must(
      'etag.if-match-patch',
      ETAG,
      'so it is with PATCH',
      '“the client MAY supply an If-Match header … for PUT and PATCH operations to ensure that the requested operation succeeds only if the supplied ETag matches”',
      [etag, offers('patch'), aText],
      async (t) => {
        const { tag, path } = await versioned(t)
        const change = (value: string) => patchOf(path, { op: 'replace', path: t.text, value })
        await t.ask({ ...change('First'), headers: { 'if-match': tag } }, { status: [200, 204] })
        const refused = await t.send({ ...change('Second'), headers: { 'if-match': tag } })
        if (![409, 412].includes(refused.status)) t.hold(refused, `status 412, is ${refused.status}`)
        await t.get(path, { status: 200, body: { [t.text]: 'First' } })
      },
    ),
    must(
      'cursor.walk',
      CURSOR,
      'page after page by cursor, each resource comes once, and the last page has no nextCursor',
      '“Service providers supporting cursor-based pagination MUST include "nextCursor" in all paged query responses except when returning the last page.”',
      [cursors, offers('filter')],
      async (t) => {
        const { a, b, c } = await people(t)
        const wanted = [a.id, b.id, c.id].sort().join()
        const found: string[] = []
        let page = await cursorPage(t, '')
        // A server may give fewer than it is asked for, and an empty page at the end.
        for (let pages = 1; pages <= 10 && textAt(page.exchange.body, 'nextCursor'); pages++) {
          found.push(...page.rows.map(({ id }) => String(id)))
          page = await cursorPage(t, textAt(page.exchange.body, 'nextCursor'))
        }
        const { exchange } = page
        found.push(...page.rows.map(({ id }) => String(id)))
        if (textAt(exchange.body, 'nextCursor')) t.hold(exchange, 'a last page, without nextCursor')
        if ([...found].sort().join() !== wanted)
          t.hold(exchange, `pages with one each of ${wanted}; came ${found.join()}`)
      },
    ),
    must(
      'cursor.first-page',
      CURSOR,
      'the first page has a nextCursor that fits a URL, and no previousCursor',
      '“This value may only contain characters from the unreserved characters set”; “previousCursor MUST NOT be returned with the first page.”',
      [cursors, offers('filter')],
      async (t) => {
        const { exchange } = await cursorPage(t, '')
        t.hold(
          exchange,
          ...(unreserved.fits(valueAt(exchange.body, 'nextCursor')) ? [] : [`nextCursor: ${unreserved.says}`]),
          ...(absent.fits(valueAt(exchange.body, 'previousCursor')) ? [] : ['no previousCursor']),
        )
      },
    ),
    should(
      'cursor.invalid',
      '9865 §2.1',
      'a cursor that is none is refused with invalidCursor',
      '“the service provider SHOULD return the appropriate HTTP response status code”; invalidCursor: “Cursor value is invalid.”',
      [cursors],
      async (t) => {
        await t.get(`${t.server.user.endpoint}?count=1&cursor=conformance-wrong`, {
          status: 400,
          body: { scimType: 'invalidCursor' },
        })
      },
    ),
    must(
      'search.message',
      SEARCH,
      'it is answered with a ListResponse',
      '“Responses MUST be identified using the following URI: …:ListResponse”',
      [],
      async (t) => {
        const exchange = await search(t, t.server.user.endpoint, { count: 1 })
        t.hold(exchange, ...differences({ schemas: including(LIST_RESPONSE) }, exchange.body))
        const some = Number(valueAt(exchange.body, 'totalResults')) > 0
        if (some && !textAt(resourcesOf(exchange.body)[0], 'id')) t.hold(exchange, 'a user')
      },
    ),
  ],
}
