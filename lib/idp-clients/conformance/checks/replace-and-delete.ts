import { valueAt } from '../../json'
import { none } from '../../match'
import { aText, offers, valued } from '../needs'
import { must, should, type Section } from '../section'
import { NOBODY, patchOf, textAt, type Made, type Talk } from '../talk'

const PUT = '7644 §3.5.1'
const DELETE = '7644 §3.6'

/** The whole resource as it reads now, with changes: what the RFC expects of a client that replaces it. */
async function put(t: Talk, made: Made, changes: object) {
  const now = await t.read(t.at(made))
  return { method: 'PUT', path: t.at(made), body: { ...now, ...changes } as Made }
}
const ok = { status: [200, 204] }

export const replaceAndDelete: Section = {
  title: 'Replacing and deleting',
  checks: [
    must(
      'put.replaces',
      PUT,
      'values that are sent replace those that were there',
      'readWrite, writeOnly: “Any values provided SHALL replace the existing attribute values.”',
      [aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await t.ask(await put(t, made, { [t.text]: 'After' }), ok)
        await t.get(t.at(made), { status: 200, body: { id: made.id, [t.text]: 'After' } })
      },
    ),
    must(
      'put.replaces-values',
      PUT,
      'so do the values of a multi-valued attribute, all of them',
      '“Any values provided SHALL replace the existing attribute values.”',
      [valued],
      async (t) => {
        const { name, types, value } = t.valued
        const [old, fresh] = [value(t.unique('old')), value(t.unique('new'))]
        const made = await t.user({ [name]: [{ value: old, type: types[0] }] })
        await t.ask(await put(t, made, { [name]: [{ value: fresh, type: types[1] }] }), ok)
        await t.get(t.at(made), { status: 200, body: { [name]: [{ value: fresh, type: types[1] }] } })
      },
    ),
    should(
      'put.status',
      PUT,
      'it is answered with 200 and the whole user',
      '“Unless otherwise specified, a successful PUT operation returns a 200 OK response code and the entire resource within the response body”',
      [aText],
      async (t) => {
        const made = await t.user()
        await t.ask(await put(t, made, { [t.text]: 'Whole' }), {
          status: 200,
          body: { id: made.id, userName: made['userName'] as string, [t.text]: 'Whole' },
        })
      },
    ),
    must(
      'put.read-only-ignored',
      PUT,
      'what is read-only is ignored in the request',
      'readOnly: “Any values provided SHALL be ignored.”',
      [],
      async (t) => {
        const made = await t.user()
        const before = await t.read(t.at(made))
        await t.ask(
          await put(t, made, { meta: { ...(before['meta'] as object), created: '2001-01-01T00:00:00Z' } }),
          ok,
        )
        const after = await t.get(t.at(made), { status: 200, body: { id: made.id } })
        if (textAt(after.body, 'meta.created') !== textAt(before, 'meta.created'))
          t.hold(after, `meta.created ${textAt(before, 'meta.created')}`)
      },
    ),
    must(
      'put.clears',
      '7643 §2.5',
      'null takes a value away',
      '“Assigning an attribute with the value "null" or an empty array … has the effect of making the attribute "unassigned".”',
      [aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await t.ask(await put(t, made, { [t.text]: null }), ok)
        await t.get(t.at(made), { status: 200, body: { id: made.id, [t.text]: none } })
      },
    ),
    must(
      'put.creates-nothing',
      PUT,
      'it never creates',
      '“HTTP PUT MUST NOT be used to create new resources.”',
      [],
      async (t) => {
        const exchange = await t.send({ method: 'PUT', path: t.at(NOBODY), body: { ...t.person(), ...NOBODY } })
        if (exchange.status < 400 || exchange.status > 499) t.hold(exchange, 'to be refused: nobody has this id')
      },
    ),
    should(
      'put.unknown',
      '7644 §3.12',
      'on an id that nobody has it is 404',
      '404 (Not Found): “Specified resource (e.g., User) or endpoint does not exist.”',
      [],
      async (t) => {
        await t.ask({ method: 'PUT', path: t.at(NOBODY), body: { ...t.person(), ...NOBODY } }, { status: 404 })
      },
    ),
    should(
      'put.uniqueness',
      '7644 §3.12',
      'a userName that another has is refused with 409 uniqueness',
      'uniqueness: “One or more of the attribute values are already in use”, applicable to PUT',
      [],
      async (t) => {
        const [made, other] = [await t.user(), await t.user()]
        await t.ask(await put(t, made, { userName: other['userName']! }), {
          status: 409,
          body: { scimType: 'uniqueness' },
        })
      },
    ),
    must(
      'put.last-modified',
      '7643 §3.1',
      'meta.lastModified moves, meta.created stays',
      'lastModified: “The most recent DateTime that the details of this resource were updated at the service provider.”',
      [aText],
      async (t) => {
        const made = await t.user()
        const before = await t.read(t.at(made))
        // Times may be kept in whole seconds.
        await new Promise((resolve) => setTimeout(resolve, 1100))
        await t.ask(await put(t, made, { [t.text]: 'Later' }), ok)
        const after = await t.get(t.at(made))
        const at = (body: unknown, name: string) => Date.parse(textAt(body as Made, `meta.${name}`))
        t.hold(
          after,
          ...(at(after.body, 'lastModified') > at(before, 'lastModified') ? [] : ['a later meta.lastModified']),
          ...(at(after.body, 'created') === at(before, 'created') ? [] : ['the same meta.created']),
        )
      },
    ),
    must(
      'delete.status',
      DELETE,
      'a deletion is answered with 204',
      '“In response to a successful DELETE, the server SHALL return a successful HTTP status code 204 (No Content).”',
      [],
      async (t) => {
        await t.ask({ method: 'DELETE', path: t.at(await t.user()) }, { status: 204 })
      },
    ),
    must(
      'delete.gone',
      DELETE,
      'everything about what was deleted is 404',
      '“MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource”',
      [],
      async (t) => {
        const made = await t.user()
        const whole = await put(t, made, {})
        await t.ask({ method: 'DELETE', path: t.at(made) }, { status: [200, 204] })
        await t.get(t.at(made), { status: 404 })
        await t.ask(whole, { status: 404 })
        await t.ask({ method: 'DELETE', path: t.at(made) }, { status: 404 })
        if (t.server.offers('patch'))
          await t.ask(patchOf(t.at(made), { op: 'replace', path: 'userName', value: t.unique() }), { status: 404 })
      },
    ),
    must(
      'delete.not-found',
      DELETE,
      'queries no longer find it',
      '“Service providers MUST omit the resource from future query results.”',
      [offers('filter')],
      async (t) => {
        const made = await t.user()
        await t.ask({ method: 'DELETE', path: t.at(made) }, { status: [200, 204] })
        const { exchange, rows } = await t.find(t.server.user.endpoint, `userName eq "${String(made['userName'])}"`)
        if (rows.length > 0) t.hold(exchange, 'no Resources')
      },
    ),
    should(
      'delete.name-is-free',
      DELETE,
      'its userName is free again',
      '“the service provider SHOULD NOT consider the deleted resource in conflict calculation”',
      [],
      async (t) => {
        const made = await t.user()
        await t.ask({ method: 'DELETE', path: t.at(made) }, { status: [200, 204] })
        const again = await t.ask(
          { method: 'POST', path: t.server.user.endpoint, body: t.person({ userName: made['userName']! }) },
          { status: 201 },
        )
        if (valueAt(again.body, 'id') === made.id) t.hold(again, 'another id (RFC 7643 §3.1: “non-reassignable”)')
      },
    ),
  ],
}
