import { exactly } from '../../match'
import { aText, complex, offers, valued } from '../needs'
import { must, should, type Section } from '../section'
import { textAt } from '../talk'
import { becomes, withTwo } from './patching'

const ADD = '7644 §3.5.2.1'
const patch = offers('patch')

export const patchAdd: Section = {
  title: 'PATCH: add',
  checks: [
    must(
      'patch.add',
      ADD,
      'add sets what had no value',
      '“If the target location does not exist, the attribute and value are added.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: null })
        await becomes(t, t.at(made), [{ op: 'add', path: t.text, value: 'Added' }], { [t.text]: 'Added' })
      },
    ),
    must(
      'patch.add.replaces-single',
      ADD,
      'add replaces a single value',
      '“If the target location specifies a single-valued attribute, the existing value is replaced.”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Before' })
        await becomes(t, t.at(made), [{ op: 'add', path: t.text, value: 'After' }], { [t.text]: 'After' })
      },
    ),
    must(
      'patch.add.no-path',
      ADD,
      'add without a path takes attributes',
      '“If omitted, the target location is assumed to be the resource itself. The "value" parameter contains a set of attributes to be added to the resource.”',
      [patch, aText, complex],
      async (t) => {
        const { name, parts } = t.complex
        const made = await t.user({ [name]: { [parts[0]]: 'Ada', [parts[1]]: 'Bell' } })
        const value = { [t.text]: 'Added', [name]: { [parts[0]]: 'Eve' } }
        await becomes(t, t.at(made), [{ op: 'add', value }], { [t.text]: 'Added', [name]: { [parts[0]]: 'Eve' } })
      },
    ),
    must(
      'patch.add.multi-valued',
      ADD,
      'add puts a value beside those that are there',
      '“If the target location specifies a multi-valued attribute, a new value is added to the attribute.”',
      [patch, valued],
      async (t) => {
        const { name, types, value } = t.valued
        const [one, two] = [value(t.unique('one')), value(t.unique('two'))]
        const made = await t.user({ [name]: [{ value: one, type: types[0] }] })
        await becomes(t, t.at(made), [{ op: 'add', path: name, value: [{ value: two, type: types[1] }] }], {
          [name]: exactly({ value: one }, { value: two }),
        })
      },
    ),
    must(
      'patch.add.complex',
      ADD,
      'add to a complex attribute leaves the other sub-attributes',
      '“If the target location specifies a complex attribute, a set of sub-attributes SHALL be specified in the "value" parameter.”',
      [patch, complex],
      async (t) => {
        const { name, parts } = t.complex
        const made = await t.user({ [name]: { [parts[0]]: 'Ada', [parts[1]]: 'Bell' } })
        await becomes(t, t.at(made), [{ op: 'add', path: name, value: { [parts[0]]: 'Eve' } }], {
          [name]: { [parts[0]]: 'Eve', [parts[1]]: 'Bell' },
        })
      },
    ),
    must(
      'patch.add.no-change',
      ADD,
      'adding what is there moves no time',
      '“this operation SHALL NOT change the modify timestamp of the resource”',
      [patch, aText],
      async (t) => {
        const made = await t.user({ [t.text]: 'Same' })
        const before = textAt(await t.read(t.at(made)), 'meta.lastModified')
        await new Promise((resolve) => setTimeout(resolve, 1100))
        await becomes(t, t.at(made), [{ op: 'add', path: t.text, value: 'Same' }], {
          [t.text]: 'Same',
          meta: { lastModified: before },
        })
      },
    ),
    should(
      'patch.add.no-double',
      ADD,
      'a value that is there is not added again',
      '“If the target location already contains the value specified, no changes SHOULD be made to the resource, and a success response SHOULD be returned.”',
      [patch, valued],
      async (t) => {
        const { made, name, types, one, two } = await withTwo(t)
        await becomes(t, t.at(made), [{ op: 'add', path: name, value: [{ value: one, type: types[0] }] }], {
          [name]: exactly({ value: one }, { value: two }),
        })
      },
    ),
  ],
}
