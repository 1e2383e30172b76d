import { differences, including, none, startingWith, text } from '../../match'
import { ERROR } from '../../urns'
import { Skipped } from '../check'
import { aText, complex, offers } from '../needs'
import { must, should, type Section } from '../section'
import { findAttribute } from '../attribute'
import { NOBODY, patchOf } from '../talk'

const LIST = 'application/scim+json'
const isJson = (type = '') => /^application\/(scim\+)?json\b/i.test(type)
const error = (status: number) => ({ schemas: including(ERROR), status: String(status) })

export const retrieve: Section = {
  title: 'Reading, projection and errors',
  checks: [
    must(
      'get.user',
      '7643 §3.1',
      'a user is read by its id, which stays',
      '“It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.”',
      [],
      async (t) => {
        const made = await t.user()
        await t.get(t.at(made), { status: 200, body: { id: made.id, userName: made['userName'] as string } })
      },
    ),
    must(
      'get.error-body',
      '7644 §3.12',
      'an error has the Error message, its status as text',
      '“implementers MUST return the errors in the body of the response in a JSON format”; status “expressed as a JSON string. REQUIRED.”',
      [],
      async (t) => {
        const exchange = await t.send({ method: 'GET', path: t.at(NOBODY) })
        if (exchange.status < 400) t.hold(exchange, 'status 404')
        t.hold(exchange, ...differences(error(exchange.status), exchange.body))
      },
    ),
    should(
      'get.unknown',
      '7644 §3.12',
      'an id that nobody has is 404',
      '404 (Not Found): “Specified resource (e.g., User) or endpoint does not exist.”',
      [],
      async (t) => {
        await t.get(t.at(NOBODY), { status: 404 })
        // An id is opaque: it need not look like the server’s own.
        await t.get(`${t.server.user.endpoint}/conformance`, { status: 404 })
      },
    ),
    should(
      'get.unknown-endpoint',
      '7644 §3.12',
      'an endpoint that is none is 404',
      '404 (Not Found): “Specified resource (e.g., User) or endpoint does not exist.”',
      [],
      async (t) => {
        await t.get('/Conformances', { status: 404 })
      },
    ),
    should(
      'auth.wrong-token',
      '7644 §3.12',
      'a token that nobody has is 401',
      '401 (Unauthorized): “Authorization failure. The authorization header is invalid or missing.”',
      [],
      async (t) => {
        await t.ask(
          {
            method: 'GET',
            path: `${t.server.user.endpoint}?count=1`,
            headers: { authorization: 'Bearer conformance-wrong' },
          },
          { status: 401, body: error(401) },
        )
      },
    ),
    must(
      'auth.challenge',
      '9110 §15.5.2',
      'a 401 says how to authenticate',
      '“The server generating a 401 response MUST send a WWW-Authenticate header field”, as RFC 7644 §2 builds on it',
      [],
      async (t) => {
        const exchange = await t.send({
          method: 'GET',
          path: `${t.server.user.endpoint}?count=1`,
          headers: { authorization: '' },
        })
        if (exchange.status !== 401) throw new Skipped(`without a token it answers ${exchange.status}`)
        if (!exchange.headers['www-authenticate']) t.hold(exchange, 'a WWW-Authenticate header')
      },
    ),
    must(
      'media.scim-json',
      '7644 §3.8',
      'Accept: application/scim+json is served',
      '“Service providers MUST support the "Accept" header "Accept: application/scim+json"”',
      [],
      async (t) => {
        const exchange = await t.get(t.at(await t.user()))
        if (!isJson(exchange.headers['content-type']) || exchange.body === undefined)
          t.hold(exchange, 'a JSON document')
      },
    ),
    should(
      'media.json',
      '7644 §3.8',
      'Accept: application/json is served',
      '“and SHOULD support the header "Accept: application/json"”',
      [],
      async (t) => {
        const exchange = await t.ask(
          { method: 'GET', path: t.at(await t.user()), headers: { accept: 'application/json' } },
          { status: 200 },
        )
        if (!isJson(exchange.headers['content-type'])) t.hold(exchange, 'a JSON document')
      },
    ),
    should(
      'media.default',
      '7644 §3.8',
      'unasked, answers are application/scim+json',
      '“The format defaults to "application/scim+json" if no format is specified.”',
      [],
      async (t) => {
        const exchange = await t.ask(
          { method: 'GET', path: t.at(await t.user()), headers: { accept: '' } },
          { status: 200 },
        )
        const type = exchange.headers['content-type'] ?? 'absent'
        if (!type.toLowerCase().startsWith(LIST)) t.hold(exchange, `Content-Type ${LIST}, is ${type}`)
      },
    ),
    must(
      'projection.attributes',
      '7644 §3.9',
      'attributes: what is named, and what is always returned; nothing else',
      '“the default list of attributes SHALL be overridden, and each resource returned MUST contain the minimum set of resource attributes and any attributes … explicitly requested”',
      [aText],
      async (t) => {
        const made = await t.user({ [t.text]: t.unique('shown') })
        await t.get(`${t.at(made)}?attributes=userName`, {
          status: 200,
          body: { id: made.id, userName: made['userName'] as string, [t.text]: none },
        })
      },
    ),
    must(
      'projection.sub-attribute',
      '7644 §3.9',
      'attributes: a sub-attribute comes alone',
      '“any attributes or sub-attributes explicitly requested by the "attributes" parameter”',
      [complex],
      async (t) => {
        const { name, parts } = t.complex
        const made = await t.user({ [name]: { [parts[0]]: 'Ada', [parts[1]]: 'Bell' } })
        const always = findAttribute(t.server.user.attributes, `${name}.${parts[1]}`)?.returned === 'always'
        await t.get(`${t.at(made)}?attributes=${name}.${parts[0]}`, {
          status: 200,
          body: { id: made.id, [name]: { [parts[0]]: 'Ada', ...(!always && { [parts[1]]: none }) } },
        })
      },
    ),
    must(
      'projection.names-ignore-case',
      '7644 §3.10',
      'attributes: names are read without case, and may be qualified',
      '“All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.”',
      [aText],
      async (t) => {
        const value = t.unique('shown')
        const made = await t.user({ [t.text]: value })
        const named = `${t.server.user.schema}:${t.text}`
        for (const name of [t.text.toUpperCase(), named])
          await t.get(`${t.at(made)}?attributes=${encodeURIComponent(name)}`, {
            status: 200,
            body: { [t.text]: value },
          })
      },
    ),
    must(
      'projection.excluded',
      '7644 §3.9',
      'excludedAttributes: all but what is named',
      '“the default set of attributes minus those attributes listed in "excludedAttributes" is returned”',
      [aText],
      async (t) => {
        const made = await t.user({ [t.text]: t.unique('hidden') })
        await t.get(`${t.at(made)}?excludedAttributes=${t.text}`, {
          status: 200,
          body: { id: made.id, userName: made['userName'] as string, [t.text]: none },
        })
      },
    ),
    must(
      'projection.always',
      '7644 §3.4.2.5',
      'excludedAttributes does not reach what is always returned',
      '“This parameter SHALL have no effect on attributes whose schema "returned" setting is "always"”',
      [],
      async (t) => {
        const made = await t.user()
        await t.get(`${t.at(made)}?excludedAttributes=id`, { status: 200, body: { id: made.id } })
      },
    ),
    must(
      'projection.lists',
      '7644 §3.4.2.5',
      'both work on lists',
      '“SCIM clients MAY use one of these two OPTIONAL parameters, which MUST be supported by SCIM service providers”',
      [aText],
      async (t) => {
        await t.user({ [t.text]: t.unique('hidden') })
        const rows = (more: object) => ({ status: 200, body: { Resources: startingWith({ id: text, ...more }) } })
        await t.get(`${t.server.user.endpoint}?count=1&attributes=userName`, rows({ userName: text, [t.text]: none }))
        const always = findAttribute(t.server.user.attributes, 'userName')?.returned === 'always'
        await t.get(
          `${t.server.user.endpoint}?count=1&excludedAttributes=userName`,
          rows(always ? {} : { userName: none }),
        )
      },
    ),
    must(
      'projection.writes',
      '7644 §3.9',
      'attributes works on the answer of a creation',
      '“Clients MAY request a partial resource representation on any operation that returns a resource within the response”',
      [aText],
      async (t) => {
        const exchange = await t.ask(
          {
            method: 'POST',
            path: `${t.server.user.endpoint}?attributes=userName`,
            body: t.person({ [t.text]: t.unique('hidden') }),
          },
          { status: 201 },
        )
        // The body is a SHOULD of RFC 7644 §3.3.
        if (exchange.body === undefined) throw new Skipped('the answer has no body')
        t.hold(exchange, ...differences({ id: text, userName: text, [t.text]: none }, exchange.body))
      },
    ),
    must(
      'patch.attributes-200',
      '7644 §3.5.2',
      'a PATCH with attributes is answered with 200',
      '“The server MUST return a 200 OK if the "attributes" parameter is specified in the request.”',
      [offers('patch'), aText],
      async (t) => {
        const made = await t.user()
        await t.ask(patchOf(`${t.at(made)}?attributes=${t.text}`, { op: 'replace', path: t.text, value: 'New' }), {
          status: 200,
          body: { id: made.id, [t.text]: 'New' },
        })
      },
    ),
  ],
}
