import { valueAt } from '../../json'
import { including, Matcher, none } from '../../match'
import { ENTERPRISE } from '../../urns'
import { aText, has, offers, twoTexts } from '../needs'
import { must, should, type Section } from '../section'
import { findAttribute } from '../attribute'
import { NOBODY, patchOf, textAt, type Operation, type Talk } from '../talk'
import { becomes } from './patching'

const PATCH = '7644 §3.5.2'
const patch = offers('patch')
const MISFIT =
  '“An operation that is not compatible with an attribute’s mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response”'

/** The operations are refused, and the user stays as it was. */
async function refuses(t: Talk, path: string, operations: Operation[], status?: number, scimTypes: string[] = []) {
  const before = await t.read(path)
  const exchange = await t.send(patchOf(path, ...operations))
  const scimType = textAt(exchange.body, 'scimType')
  const fits = status === undefined ? exchange.status >= 400 && exchange.status < 500 : exchange.status === status
  t.hold(
    exchange,
    ...(fits ? [] : [`status ${status ?? '400 or another 4xx'}, is ${exchange.status}`]),
    ...(scimTypes.length === 0 || scimTypes.includes(scimType)
      ? []
      : [`scimType ${scimTypes.join(' or ')}, is ${scimType || 'absent'}`]),
  )
  const after = await t.read(path)
  if (after[t.text] !== before[t.text]) t.hold(exchange, `${t.text} to stay ${JSON.stringify(before[t.text])}`)
}
const enterprise = (name: string) => `${ENTERPRISE}:${name}`

export const patchRules: Section = {
  title: 'PATCH: rules and refusals',
  checks: [
    must(
      'patch.status',
      PATCH,
      'it is answered with 200 and the user, or with 204',
      '“the server either MUST return a 200 OK response code and the entire resource within the response body … or MAY return HTTP status code 204 (No Content)”',
      [patch, aText],
      async (t) => {
        const made = await t.user()
        const exchange = await t.ask(patchOf(t.at(made), { op: 'replace', path: t.text, value: 'New' }), {
          status: [200, 204],
        })
        if (exchange.status === 200 && textAt(exchange.body, 'id') !== made.id)
          t.hold(exchange, 'the user in the answer')
        if (exchange.status === 204 && exchange.text !== '') t.hold(exchange, 'no body with 204')
      },
    ),
    must(
      'patch.order',
      PATCH,
      'operations are applied in their order',
      '“Operations are applied sequentially in the order they appear in the array.”',
      [patch, aText],
      async (t) => {
        const made = await t.user()
        await becomes(
          t,
          t.at(made),
          [
            { op: 'replace', path: t.text, value: 'First' },
            { op: 'remove', path: t.text },
            { op: 'add', path: t.text, value: 'Last' },
          ],
          { [t.text]: 'Last' },
        )
      },
    ),
    must(
      'patch.atomic',
      PATCH,
      'when one operation fails, none is applied',
      '“If a single operation encounters an error condition, the original SCIM resource MUST be restored, and a failure status SHALL be returned.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await refuses(t, t.at(made), [{ op: 'replace', path: t.text, value: 'After' }, { op: 'remove' }])
      },
    ),
    must(
      'patch.remove.no-path',
      '7644 §3.5.2.2',
      'remove without a path is refused with noTarget',
      '“If "path" is unspecified, the operation fails with HTTP status code 400 and a "scimType" error code of "noTarget".”',
      [patch],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'remove' }], 400, ['noTarget']),
    ),
    must(
      'patch.remove.required',
      '7644 §3.5.2.2',
      'what is required is not removed: mutability',
      '“If an attribute is removed or becomes unassigned and is defined as a required attribute or a read-only attribute, the server SHALL return … a "scimType" error code of "mutability".”',
      [patch],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'remove', path: 'userName' }], undefined, ['mutability']),
    ),
    must(
      'patch.remove.read-only',
      '7644 §3.5.2.2',
      'what is read-only is not removed: mutability',
      '“… a required attribute or a read-only attribute, the server SHALL return … a "scimType" error code of "mutability".”',
      [patch],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'remove', path: 'id' }], undefined, ['mutability']),
    ),
    must(
      'patch.read-only',
      PATCH,
      'what is read-only is not changed',
      '“a client MUST NOT modify an attribute that has mutability "readOnly"”; ' + MISFIT,
      [patch],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'replace', path: 'id', value: t.unique('own') }]),
    ),
    must(
      'patch.wrong-type',
      PATCH,
      'a value of another type than the schema’s is refused',
      MISFIT,
      [patch, has('active')],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'replace', path: 'active', value: { not: 'a boolean' } }]),
    ),
    should(
      'patch.wrong-type.kind',
      '7644 §3.12',
      'with 400 invalidValue',
      'invalidValue: “the value specified was not compatible with the operation or attribute type”',
      [patch, has('active')],
      async (t) =>
        refuses(t, t.at(await t.user()), [{ op: 'replace', path: 'active', value: { not: 'a boolean' } }], 400, [
          'invalidValue',
        ]),
    ),
    should(
      'patch.unknown-attribute',
      '7644 §3.12',
      'a path to an attribute that nobody knows is refused',
      MISFIT + '; a server may ignore what it does not know',
      [patch],
      async (t) =>
        refuses(t, t.at(await t.user()), [{ op: 'replace', path: 'conformanceNonsense', value: 'x' }], 400, [
          'invalidPath',
          'noTarget',
          'invalidValue',
        ]),
    ),
    should(
      'patch.malformed-path',
      '7644 §3.12',
      'a path that is none is refused with invalidPath',
      'invalidPath: “The "path" attribute was invalid or malformed (see Figure 7).”',
      [patch],
      async (t) =>
        refuses(t, t.at(await t.user()), [{ op: 'replace', path: 'emails[type eq', value: 'x' }], 400, [
          'invalidPath',
          'invalidFilter',
        ]),
    ),
    should(
      'patch.unknown-operation',
      PATCH,
      'an op that is none of add, remove and replace is refused',
      '“Each PATCH operation object MUST have exactly one "op" member, whose value … MAY be one of "add", "remove", or "replace".”',
      [patch, aText],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'move', path: t.text, value: 'x' }], 400),
    ),
    should(
      'patch.no-value',
      '7644 §3.5.2.1',
      'add without a value is refused',
      '“The operation MUST contain a "value" member whose content specifies the value to be added.”',
      [patch, aText],
      async (t) => refuses(t, t.at(await t.user()), [{ op: 'add', path: t.text }], 400),
    ),
    should(
      'patch.no-operations',
      PATCH,
      'a body without Operations is refused',
      '“The body of an HTTP PATCH request MUST contain the attribute "Operations"”',
      [patch],
      async (t) => {
        const { body, ...request } = patchOf(t.at(await t.user()))
        const { Operations, ...bare } = body as { Operations: unknown; schemas: string[] }
        void Operations
        await t.ask({ ...request, body: bare }, { status: 400 })
      },
    ),
    should(
      'patch.unknown-id',
      '7644 §3.12',
      'on an id that nobody has it is 404',
      '404 (Not Found): “Specified resource (e.g., User) or endpoint does not exist.”',
      [patch, aText],
      async (t) => {
        await t.ask(patchOf(t.at(NOBODY), { op: 'replace', path: t.text, value: 'x' }), { status: 404 })
      },
    ),
    should(
      'patch.uniqueness',
      '7644 §3.12',
      'a userName that another has is refused with 409 uniqueness',
      'uniqueness: “One or more of the attribute values are already in use”, applicable to PATCH',
      [patch],
      async (t) => {
        const [made, other] = [await t.user(), await t.user()]
        const operation = { op: 'replace', path: 'userName', value: other['userName']! }
        await t.ask(patchOf(t.at(made), operation), { status: 409, body: { scimType: 'uniqueness' } })
      },
    ),
    must(
      'patch.names-ignore-case',
      '7644 §3.10',
      'a path is read without case',
      '“All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.”',
      [patch, aText],
      async (t) => {
        const path = t.text.toUpperCase()
        await becomes(t, t.at(await t.user()), [{ op: 'replace', path, value: 'Set' }], { [t.text]: 'Set' })
      },
    ),
    must(
      'patch.qualified-path',
      '7644 §3.10',
      'a path may be qualified with the schema’s URN',
      '“attributes are uniquely identified by prefixing the attribute name with its schema URN”',
      [patch, twoTexts],
      async (t) => {
        const path = `${t.server.user.schema}:${t.otherText}`
        await becomes(t, t.at(await t.user()), [{ op: 'replace', path, value: 'Set' }], { [t.otherText]: 'Set' })
      },
    ),
    must(
      'patch.extension',
      PATCH,
      'an attribute of an extension is set by its qualified name, and its URN comes into schemas',
      '“adding the attribute "urn:…:enterprise:2.0:User:employeeNumber" automatically adds the value "urn:…:enterprise:2.0:User" to the resource’s "schemas" attribute”',
      [
        patch,
        ({ user }) => {
          const extension = user.extensions.find(({ schema }) => schema === ENTERPRISE)
          return extension && findAttribute(extension.attributes, 'department') ? undefined : 'no enterprise extension'
        },
      ],
      async (t) => {
        const made = await t.user()
        await becomes(t, t.at(made), [{ op: 'add', path: enterprise('department'), value: 'Tests' }], {
          schemas: including(ENTERPRISE),
          [ENTERPRISE]: { department: 'Tests' },
        })
        await becomes(t, t.at(made), [{ op: 'remove', path: enterprise('department') }], {
          [ENTERPRISE]: new Matcher(
            'without department',
            (value) => none.fits(value) || none.fits(valueAt(value, 'department')),
          ),
        })
      },
    ),
  ],
}
