import { isObject, valueAt, type Json, type JsonObject } from '../../json'
import { including } from '../../match'
import { faultsOf } from '../../run'
import { BULK_REQUEST, BULK_RESPONSE, ERROR, PATCH_OP } from '../../urns'
import { Skipped } from '../check'
import { aText, members, offers } from '../needs'
import { must, type Section } from '../section'
import { textAt, type Talk } from '../talk'

const CLAUSE = '7644 §3.7'
const bulk = offers('bulk')
// More than this is sent to nobody, whatever the server says that it takes.
const MOST_OPERATIONS = 2000
const MOST_BYTES = 4 * 1024 * 1024

async function send(t: Talk, Operations: Json, more: JsonObject = {}) {
  const { exchange, results } = await ask(t, Operations, more)
  t.hold(exchange, ...faultsOf(exchange, { status: 200, body: { schemas: including(BULK_RESPONSE) } }))
  return { exchange, results }
}
/** Whatever comes: what was made is deleted at the end, also where nothing should have been. */
async function ask(t: Talk, Operations: Json, more: JsonObject = {}) {
  const body = { schemas: [BULK_REQUEST], Operations, ...more }
  const exchange = await t.send({ method: 'POST', path: '/Bulk', body })
  const answered = valueAt(exchange.body, 'Operations')
  const results = Array.isArray(answered) ? answered.filter(isObject) : []
  for (const { method, status, location } of results)
    if (method === 'POST' && String(status) === '201') t.noteLocation(location)
  return { exchange, results }
}
const tooLarge = async (t: Talk, Operations: Json) => {
  const { exchange } = await ask(t, Operations)
  t.hold(exchange, ...faultsOf(exchange, { status: 413 }))
}
const post = (t: Talk, bulkId: string, data: JsonObject = {}) => ({
  method: 'POST',
  path: t.server.user.endpoint,
  bulkId,
  data: t.person(data),
})
/** A POST that has to fail (RFC 7644 §3.3): somebody has this userName. */
const wrong = async (t: Talk, bulkId: string) => post(t, bulkId, { userName: (await t.user())['userName']! })
const maxOperations = (t: Talk) => Number(valueAt(t.server.config, 'bulk.maxOperations'))

export const bulkChecks: Section = {
  title: 'Bulk',
  checks: [
    must(
      'bulk.create',
      CLAUSE,
      'operations are answered one by one, with bulkId, location and status',
      '“The service provider MUST return the same "bulkId" together with the newly created resource.” §3.7.3: “A "location" attribute … MUST be returned for all operations except for failed POST operations”',
      [bulk],
      async (t) => {
        const { exchange, results } = await send(t, [post(t, 'one'), post(t, 'two')])
        for (const bulkId of ['one', 'two']) {
          const result = results.find((one) => one['bulkId'] === bulkId)
          t.hold(
            exchange,
            ...(result ? [] : [`a result with the bulkId ${bulkId}`]),
            ...(result && String(result['status']) !== '201' ? [`status 201 of ${bulkId}`] : []),
            ...(result && typeof result['location'] !== 'string' ? [`location of ${bulkId}`] : []),
          )
        }
      },
    ),
    must(
      'bulk.reference',
      '7644 §3.7.2',
      'bulkId: in a value means the resource that was made',
      '“the bulkId … cross-reference new resources in and across operations within a bulk request”',
      [bulk, members],
      async (t) => {
        const { exchange, results } = await send(t, [
          post(t, 'ann'),
          {
            method: 'POST',
            path: t.server.group!.endpoint,
            bulkId: 'group',
            data: {
              schemas: [t.server.group!.schema],
              displayName: `Conformance ${t.unique()}`,
              members: [{ value: 'bulkId:ann' }],
            },
          },
        ])
        const last = (bulkId: string) =>
          textAt(
            results.find((one) => one['bulkId'] === bulkId),
            'location',
          )
            .split('/')
            .pop() ?? ''
        if (!last('ann') || !last('group')) t.hold(exchange, 'both to be made')
        await t.get(t.atGroup({ id: last('group') }), {
          status: 200,
          body: { members: including({ value: last('ann') }) },
        })
      },
    ),
    must(
      'bulk.goes-on',
      CLAUSE,
      'one failure does not stop the others',
      '“The service provider MUST continue performing as many changes as possible and disregard partial failures.”',
      [bulk],
      async (t) => {
        const { exchange, results } = await send(t, [await wrong(t, 'bad'), post(t, 'good')])
        const good = results.find((one) => one['bulkId'] === 'good')
        if (String(good?.['status']) !== '201') t.hold(exchange, 'the second operation to succeed')
      },
    ),
    must(
      'bulk.error',
      CLAUSE,
      'a failure holds the error that a single request would get',
      'status: “When indicating an error, the "response" attribute MUST contain the detail error response as per Section 3.12.”',
      [bulk],
      async (t) => {
        const { exchange, results } = await send(t, [await wrong(t, 'bad')])
        const [result] = results
        if (!result || Number(result['status']) < 400) t.hold(exchange, 'the operation to fail')
        if (!including(ERROR).fits(valueAt(result, 'response.schemas')))
          t.hold(exchange, 'an Error message as response')
      },
    ),
    must(
      'bulk.fail-on-errors',
      CLAUSE,
      'failOnErrors ends it',
      '“the number of errors that the service provider will accept before the operation is terminated and an error response is returned”',
      [bulk],
      async (t) => {
        const { exchange, results } = await send(t, [await wrong(t, 'bad'), post(t, 'late')], { failOnErrors: 1 })
        if (results.some((one) => String(one['status']) === '201'))
          t.hold(exchange, 'nothing to be made after the error')
      },
    ),
    must(
      'bulk.life',
      CLAUSE,
      'PUT, PATCH and DELETE work in it',
      '“The body of a bulk operation contains a set of HTTP resource operations using one of the HTTP methods supported by the API, i.e., POST, PUT, PATCH, or DELETE.”',
      [bulk, offers('patch'), aText],
      async (t) => {
        const [replaced, changed, deleted] = [await t.user(), await t.user(), await t.user()]
        const { exchange, results } = await send(t, [
          { method: 'PUT', path: t.at(replaced), data: { ...(await t.read(t.at(replaced))), [t.text]: 'Replaced' } },
          {
            method: 'PATCH',
            path: t.at(changed),
            data: { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: t.text, value: 'Changed' }] },
          },
          { method: 'DELETE', path: t.at(deleted) },
        ])
        const failed = results.filter(({ status }) => !(Number(status) >= 200 && Number(status) < 300))
        if (results.length !== 3 || failed.length > 0) t.hold(exchange, 'three successes')
        await t.get(t.at(replaced), { status: 200, body: { [t.text]: 'Replaced' } })
        await t.get(t.at(changed), { status: 200, body: { [t.text]: 'Changed' } })
        await t.get(t.at(deleted), { status: 404 })
      },
    ),
    must(
      'bulk.max-operations',
      '7644 §3.7.4',
      'more operations than maxOperations are refused with 413',
      '“If either limit is exceeded, the service provider MUST return HTTP response code 413 (Payload Too Large).”',
      [bulk],
      async (t) => {
        const most = maxOperations(t)
        if (!(most > 0 && most <= MOST_OPERATIONS)) throw new Skipped(`maxOperations is ${most}: not tried`)
        const operation = { method: 'DELETE', path: `${t.server.user.endpoint}/conformance` }
        await tooLarge(
          t,
          Array.from({ length: most + 1 }, () => operation),
        )
      },
    ),
    must(
      'bulk.max-payload',
      '7644 §3.7.4',
      'a body over maxPayloadSize is refused with 413',
      '“If either limit is exceeded, the service provider MUST return HTTP response code 413 (Payload Too Large).”',
      [bulk, aText],
      async (t) => {
        const most = Number(valueAt(t.server.config, 'bulk.maxPayloadSize'))
        if (!(most > 0 && most <= MOST_BYTES)) throw new Skipped(`maxPayloadSize is ${most}: not tried`)
        await tooLarge(t, [post(t, 'big', { [t.text]: 'x'.repeat(most) })])
      },
    ),
  ],
}
