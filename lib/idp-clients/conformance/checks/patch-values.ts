import { differences, exactly, including, none, without } from '../../match'
import { valuedOf } from '../choices'
import { aText, complex, offers, primaries, valued } from '../needs'
import { must, type Section } from '../section'
import { findAttribute } from '../attribute'
import { faultsOf } from '../../run'
import { patchOf } from '../talk'
import { becomes, withTwo } from './patching'

const REMOVE = '7644 §3.5.2.2'
const REPLACE = '7644 §3.5.2.3'
const patch = offers('patch')

export const patchValues: Section = {
  title: 'PATCH: remove and replace',
  checks: [
    must(
      'patch.remove',
      REMOVE,
      'remove takes a single value away',
      '“If the target location is a single-value attribute, the attribute and its associated value is removed, and the attribute SHALL be considered unassigned.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await becomes(t, t.at(made), [{ op: 'remove', path: t.text }], { [t.text]: none })
      },
    ),
    must(
      'patch.remove.sub-attribute',
      REMOVE,
      'remove takes a sub-attribute away and leaves the others',
      '“Sub-attributes whose values have been removed SHALL be considered unassigned.”',
      [
        patch,
        complex,
        ({ user }) =>
          findAttribute(user.attributes, 'name.givenName')?.required ? 'name.givenName is required' : undefined,
      ],
      async (t) => {
        const { name, parts } = t.complex
        const made = await t.user({ [name]: { [parts[0]]: 'Ada', [parts[1]]: 'Bell' } })
        await becomes(t, t.at(made), [{ op: 'remove', path: `${name}.${parts[0]}` }], {
          [name]: { [parts[0]]: none, [parts[1]]: 'Bell' },
        })
      },
    ),
    must(
      'patch.remove.value-path',
      REMOVE,
      'remove with a filter takes the values away that match',
      '“If the target location is a complex multi-valued attribute and a complex filter is specified based on the attribute’s sub-attributes, the matching records are removed.”',
      [patch, valued],
      async (t) => {
        const { made, name, types, two } = await withTwo(t)
        await becomes(t, t.at(made), [{ op: 'remove', path: `${name}[type eq "${types[0]}"]` }], {
          [name]: exactly({ value: two, type: types[1] }),
        })
      },
    ),
    must(
      'patch.remove.multi-valued',
      REMOVE,
      'remove without a filter takes all values away',
      '“If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are removed”',
      [
        patch,
        valued,
        ({ user }) =>
          findAttribute(user.attributes, valuedOf(user)?.name ?? '')?.required ? 'values are required' : undefined,
      ],
      async (t) => {
        const { made, name } = await withTwo(t)
        await becomes(t, t.at(made), [{ op: 'remove', path: name }], { [name]: none })
      },
    ),
    must(
      'patch.replace',
      REPLACE,
      'replace sets a single value',
      '“If the target location is a single-value attribute, the attributes value is replaced.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await becomes(t, t.at(made), [{ op: 'replace', path: t.text, value: 'After' }], { [t.text]: 'After' })
      },
    ),
    must(
      'patch.replace.absent',
      REPLACE,
      'replace of what has no value is an add',
      '“If the target location path specifies an attribute that does not exist, the service provider SHALL treat the operation as an "add".”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: null })
        await becomes(t, t.at(made), [{ op: 'replace', path: t.text, value: 'New' }], { [t.text]: 'New' })
      },
    ),
    must(
      'patch.replace.no-path',
      REPLACE,
      'replace without a path takes attributes, and leaves the others',
      '“If the "path" parameter is omitted, the target is assumed to be the resource itself.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await becomes(t, t.at(made), [{ op: 'replace', value: { [t.text]: 'After' } }], {
          [t.text]: 'After',
          userName: made['userName'] as string,
        })
      },
    ),
    must(
      'patch.replace.complex',
      REPLACE,
      'replace of a complex attribute leaves sub-attributes that are not named',
      '“Sub-attributes that are not specified in the "value" parameter are left unchanged.”',
      [patch, complex],
      async (t) => {
        const { name, parts } = t.complex
        const made = await t.user({ [name]: { [parts[0]]: 'Ada', [parts[1]]: 'Bell' } })
        await becomes(t, t.at(made), [{ op: 'replace', path: name, value: { [parts[0]]: 'Eve' } }], {
          [name]: { [parts[0]]: 'Eve', [parts[1]]: 'Bell' },
        })
      },
    ),
    must(
      'patch.replace.multi-valued',
      REPLACE,
      'replace without a filter replaces all values',
      '“If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.”',
      [patch, valued],
      async (t) => {
        const { made, name, types, fresh } = await withTwo(t)
        await becomes(t, t.at(made), [{ op: 'replace', path: name, value: [{ value: fresh, type: types[0] }] }], {
          [name]: exactly({ value: fresh }),
        })
      },
    ),
    must(
      'patch.replace.value-path',
      REPLACE,
      'replace with a filter changes the sub-attribute of the values that match',
      '“the matching sub-attribute of all matching records is replaced”',
      [patch, valued],
      async (t) => {
        const { made, name, types, two, fresh } = await withTwo(t)
        await becomes(t, t.at(made), [{ op: 'replace', path: `${name}[type eq "${types[0]}"].value`, value: fresh }], {
          [name]: exactly({ value: fresh, type: types[0] }, { value: two, type: types[1] }),
        })
      },
    ),
    must(
      'patch.replace.no-match',
      REPLACE,
      'replace with a filter that matches nothing is refused with noTarget',
      '“SHALL indicate failure by returning HTTP status code 400 and a "scimType" error code of "noTarget"” (asked with co: with eq, clients such as Entra need the value to be made)',
      [patch, valued],
      async (t) => {
        const { made, name, fresh } = await withTwo(t)
        const operation = { op: 'replace', path: `${name}[value co "conformance-nobody"].value`, value: fresh }
        const exchange = await t.send(patchOf(t.at(made), operation))
        t.maySkip(exchange)
        t.hold(exchange, ...faultsOf(exchange, { status: 400, body: { scimType: 'noTarget' } }))
      },
    ),
    must(
      'patch.primary',
      '7644 §3.5.2',
      'a new primary takes primary from the old one',
      '“a PATCH operation that sets a value’s "primary" sub-attribute to "true" SHALL cause the server to automatically set "primary" to "false" for any other values in the array”',
      [patch, primaries],
      async (t) => {
        const { name, types, value } = t.valued
        const [one, two] = [value(t.unique('one')), value(t.unique('two'))]
        const made = await t.user({
          [name]: [
            { value: one, type: types[0], primary: true },
            { value: two, type: types[1] },
          ],
        })
        const { exchange, after } = await t.patch(t.at(made), {
          op: 'replace',
          path: `${name}[type eq "${types[1]}"].primary`,
          value: true,
        })
        const faults = [
          ...differences({ [name]: without({ value: one, primary: true }) }, after),
          ...differences({ [name]: including({ value: two, primary: true }) }, after),
        ]
        t.hold(exchange, ...faults.map((fault) => `afterwards ${fault}`))
      },
    ),
  ],
}
