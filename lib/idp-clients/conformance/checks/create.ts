import { absent, differences, including, none, text } from '../../match'
import { valueAt } from '../../json'
import { Skipped } from '../check'
import { aText, has } from '../needs'
import { must, should, type Section } from '../section'
import { findAttribute } from '../attribute'
import { textAt, type Talk } from '../talk'

const CLAUSE = '7644 §3.3'
const post = (t: Talk, body: ReturnType<Talk['person']>) => ({
  method: 'POST',
  path: t.server.user.endpoint,
  body,
})
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

export const create: Section = {
  title: 'Creating',
  checks: [
    must(
      'create.status',
      CLAUSE,
      'a created user is answered with 201',
      '“an HTTP response SHALL be returned with HTTP status code 201 (Created)”',
      [],
      async (t) => {
        await t.ask(post(t, t.person()), { status: 201 })
      },
    ),
    must(
      'create.location',
      CLAUSE,
      'its address is in Location and in meta.location',
      '“The URI of the created resource SHALL include, in the HTTP "Location" header and the HTTP body, … the attribute "meta.location".”',
      [],
      async (t) => {
        const exchange = await t.ask(post(t, t.person()), { status: 201 })
        const base = `${t.target.baseUrl}/`
        const whole = (address: string) => (URL.canParse(address, base) ? new URL(address, base).href : undefined)
        const header = exchange.headers['location'] ?? ''
        if (!header || !whole(header)) t.hold(exchange, 'a Location header with an address')
        // The body is a SHOULD; where there is one, its address is not.
        if (exchange.body === undefined) return
        t.hold(exchange, ...differences({ meta: { location: text } }, exchange.body))
        if (whole(header) !== whole(textAt(exchange.body, 'meta.location')))
          t.hold(exchange, `Location (${header}) and meta.location to be the same address`)
      },
    ),
    should(
      'create.body',
      CLAUSE,
      'the answer holds the user as the server sees it',
      '“The response body SHOULD contain the service provider’s representation of the newly created resource.”',
      [],
      async (t) => {
        const body = t.person()
        await t.ask(post(t, body), {
          status: 201,
          body: { schemas: including(t.server.user.schema), id: text, userName: String(body['userName']) },
        })
      },
    ),
    must(
      'create.resource-type',
      '7644 §3.3.1',
      'meta.resourceType is the endpoint’s',
      '“the meta attribute "resourceType" SHALL be set by the HTTP service provider to the corresponding resource type for the endpoint”',
      [],
      async (t) => {
        await t.get(t.at(await t.user()), { status: 200, body: { meta: { resourceType: t.server.user.name } } })
      },
    ),
    must(
      'create.meta-times',
      '7643 §3.1',
      'meta.created and meta.lastModified are there, and the same at first',
      '“If this resource has never been modified since its initial creation, the value MUST be the same as the value of "created".”',
      [],
      async (t) => {
        const exchange = await t.get(t.at(await t.user()))
        const [created, modified] = [textAt(exchange.body, 'meta.created'), textAt(exchange.body, 'meta.lastModified')]
        if (!DATE.test(created)) t.hold(exchange, `meta.created to be a DateTime, is ${created || 'absent'}`)
        if (Date.parse(created) !== Date.parse(modified))
          t.hold(exchange, `meta.lastModified ${created}, is ${modified || 'absent'}`)
      },
    ),
    must(
      'create.read-only-ignored',
      CLAUSE,
      'what is read-only is ignored in the request',
      '“attributes whose mutability is "readOnly" … SHALL be ignored”',
      [],
      async (t) => {
        const sent = { id: t.unique('own'), meta: { resourceType: 'Nonsense', created: '2001-01-01T00:00:00Z' } }
        const { body } = await t.ask(post(t, t.person(sent)), { status: 201 })
        const id = textAt(body, 'id')
        if (!id) throw new Skipped('the answer has no id')
        const exchange = await t.get(t.at({ id }), { status: 200, body: { id } })
        t.hold(
          exchange,
          ...(id === sent.id ? ['an id that the server made'] : []),
          ...(valueAt(exchange.body, 'meta.resourceType') === 'Nonsense' ? ['meta.resourceType User'] : []),
          ...(textAt(exchange.body, 'meta.created').startsWith('2001') ? ['meta.created of the creation'] : []),
        )
      },
    ),
    must(
      'create.duplicate',
      CLAUSE,
      'a userName that is taken is refused with 409 uniqueness',
      '“MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness"”',
      [],
      async (t) => {
        const { userName } = await t.user()
        await t.ask(post(t, t.person({ userName: userName! })), { status: 409, body: { scimType: 'uniqueness' } })
      },
    ),
    should(
      'create.duplicate-case',
      '7643 §7',
      'so is one that differs in case alone',
      'uniqueness "server": “The value SHOULD be unique”; userName is not caseExact',
      [({ user }) => (findAttribute(user.attributes, 'userName')?.caseExact ? 'userName is caseExact' : undefined)],
      async (t) => {
        const { userName } = await t.user()
        await t.ask(post(t, t.person({ userName: String(userName).toUpperCase() })), { status: 409 })
      },
    ),
    should(
      'create.required',
      '7644 §3.12',
      'without a userName nothing is created',
      '400: “Request … violates schema”; invalidValue: “A required value was missing”',
      [],
      async (t) => {
        const { userName, ...rest } = t.person()
        void userName
        await t.ask(post(t, rest), { status: 400 })
      },
    ),
    should(
      'create.malformed',
      '7644 §3.12',
      'a body that is no JSON is refused with 400',
      '400 (Bad Request): “Request is unparsable, syntactically incorrect, or violates schema.”',
      [],
      async (t) => {
        await t.ask({ method: 'POST', path: t.server.user.endpoint, body: '{"userName": ' }, { status: 400 })
      },
    ),
    should(
      'create.wrong-type',
      '7644 §3.12',
      'a value of another type than the schema’s is refused with 400',
      'invalidValue: “the value specified was not compatible with the operation or attribute type”',
      [has('active')],
      async (t) => {
        await t.ask(post(t, t.person({ active: { not: 'a boolean' } })), { status: 400 })
      },
    ),
    must(
      'create.schemas',
      '7643 §3',
      'schemas holds the core schema, nothing twice, and only what the resource type declares',
      '“The "schemas" attribute for a resource MUST only contain values defined as "schema" and "schemaExtensions" for the resource’s defined "resourceType". Duplicate values MUST NOT be included.”',
      [],
      async (t) => {
        const exchange = await t.get(t.at(await t.user()), {
          status: 200,
          body: { schemas: including(t.server.user.schema) },
        })
        const schemas = valueAt(exchange.body, 'schemas') as string[]
        const known = [t.server.user.schema, ...t.server.user.extensions.map(({ schema }) => schema)]
        const strange = schemas.filter((urn) => !known.includes(urn))
        t.hold(
          exchange,
          ...(new Set(schemas).size === schemas.length ? [] : ['no URN twice in schemas']),
          ...(strange.length === 0 || t.server.resourceTypes.length === 0
            ? []
            : [`only ${known.join(', ')} in schemas; there is ${strange.join(', ')}`]),
        )
      },
    ),
    must(
      'create.unique-id',
      '7643 §3.1',
      'ids are unique, and never contain bulkId',
      '“This identifier MUST be unique across the SCIM service provider’s entire set of resources.”',
      [],
      async (t) => {
        const [one, other] = [await t.user(), await t.user()]
        const exchange = await t.get(t.at(one))
        if (one.id === other.id || one.id.includes('bulkId')) t.hold(exchange, 'two users to have two ids')
      },
    ),
    must(
      'create.password',
      '7643 §7',
      'a password never comes back',
      'returned "never": “The attribute is never returned”; writeOnly: “Attribute values SHALL NOT be returned”',
      [({ user }) => (findAttribute(user.attributes, 'password') ? undefined : 'not in the schema: password')],
      async (t) => {
        const exchange = await t.send(post(t, t.person({ password: `Aa1!${t.unique()}` })))
        // Which passwords a server takes is its own affair.
        if (exchange.status !== 201) throw new Skipped(`a user with a password is answered ${exchange.status}`)
        t.hold(exchange, ...(valueAt(exchange.body, 'password') === undefined ? [] : ['no password']))
        const id = textAt(exchange.body, 'id')
        if (id) await t.get(`${t.at({ id })}?attributes=password`, { status: 200, body: { password: absent } })
      },
    ),
    must(
      'create.unicode',
      '7644 §3.8',
      'any text of Unicode comes back as it was sent',
      '“Servers MUST accept requests and be able to return JSON-structured responses using UTF-8 encoding”',
      [aText],
      async (t) => {
        const value = `Žofie ${t.unique()} 山田 🙂`
        const { id } = await t.user({ [t.text]: value })
        await t.get(t.at({ id }), { status: 200, body: { [t.text]: value } })
      },
    ),
    must(
      'create.null',
      '7643 §2.5',
      'null and the empty array are no value',
      '“Unassigned attributes, the null value, or an empty array (in the case of a multi-valued attribute) SHALL be considered to be equivalent in "state".”',
      [aText],
      async (t) => {
        const exchange = await t.ask(post(t, t.person({ [t.text]: null })), { status: 201 })
        const id = textAt(exchange.body, 'id')
        if (!id) throw new Skipped('the answer has no id')
        await t.get(t.at({ id }), { status: 200, body: { id, [t.text]: none } })
      },
    ),
  ],
}
