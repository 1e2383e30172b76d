import { differences, text, type Pattern } from '../../match'
import type { Operation, Talk } from '../talk'

/** The operations succeed, and the user reads like this afterwards. */
export async function becomes(t: Talk, path: string, operations: Operation[], pattern: Pattern) {
  const { exchange, after } = await t.patch(path, ...operations)
  const faults = [...differences({ id: text }, after), ...differences(pattern, after)]
  t.hold(exchange, ...faults.map((fault) => `afterwards ${fault}`))
}

/** A user with a work value and another one, as paths with a filter need it. */
export async function withTwo(t: Talk) {
  const { name, types, value } = t.valued
  const [one, two] = [value(t.unique('one')), value(t.unique('two'))]
  const made = await t.user({
    [name]: [
      { value: one, type: types[0] },
      { value: two, type: types[1] },
    ],
  })
  return { made, name, types, one, two, fresh: value(t.unique('new')) }
}
