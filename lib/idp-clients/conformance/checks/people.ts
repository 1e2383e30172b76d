import type { JsonObject } from '../../json'
import type { Made, Talk } from '../talk'

/** Three users whom filters, sorting and pages are tried on. `a` and `b` have a text, `c` has none. */
export interface People {
  /** All their user names begin with it. */
  prefix: string
  /** A filter that finds them and nobody else. */
  all: string
  a: Made
  b: Made
  c: Made
  texts: { a: string; b: string }
}

export const people = (t: Talk): Promise<People> =>
  t.once('people', async () => {
    const prefix = t.unique('f')
    const texts = { a: `${prefix} alpha`, b: `${prefix} bravo` }
    const who = (letter: string): JsonObject => ({ userName: `${prefix}${letter}@conformance.example` })
    const { name, types, value } = t.valued ?? { name: '', types: ['', ''] }
    const values = value && { [name]: types.map((type, index) => ({ type, value: value(`${prefix}a${index}`) })) }
    const a = await t.user({ ...who('a'), ...(t.text && { [t.text]: texts.a }), ...values })
    const b = await t.user({
      ...who('b'),
      ...(t.text && { [t.text]: texts.b }),
      ...(value && { [name]: [{ type: types[0], value: value(`${prefix}b0`) }] }),
    })
    const c = await t.user(who('c'))
    return { prefix, all: `userName sw "${prefix}"`, a, b, c, texts }
  })

/** The people that a filter finds are exactly these. @throws StepFailure, Skipped when the filter is declined */
export async function finds(t: Talk, filter: string, expected: (keyof People & ('a' | 'b' | 'c'))[]) {
  const all = await people(t)
  const { exchange, rows } = await t.find(t.server.user.endpoint, filter)
  const found = rows.map(({ id }) => id)
  const letters = (['a', 'b', 'c'] as const).filter((letter) => found.includes(all[letter].id))
  const strangers = found.filter((id) => ![all.a.id, all.b.id, all.c.id].includes(String(id)))
  if (letters.join() === expected.join() && strangers.length === 0) return
  const named = (some: readonly ('a' | 'b' | 'c')[]) =>
    some.length === 0 ? 'nobody' : some.map((letter) => String(all[letter]['userName'])).join(', ')
  t.hold(
    exchange,
    `to find ${named(expected)}; found ${named(letters)}${strangers.length > 0 ? ` and ${strangers.length} others` : ''}`,
  )
}
