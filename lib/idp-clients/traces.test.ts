import { expect, test } from 'vitest'
import { traces } from './traces'

const names = traces.flatMap(({ steps }) => steps.map(({ name }) => name))
const numbered = (section: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${section} ${index + 1}`)

// Each numbered step of the record of client traffic.
test.each([
  ...numbered('1.1.a', 12),
  ...numbered('1.1.b', 5),
  ...numbered('1.1.c', 3),
  ...numbered('1.1.d', 3),
  ...numbered('1.1.e', 2),
  ...numbered('1.1.f', 3),
  ...numbered('1.1.g', 2),
  ...numbered('1.1.h', 9),
  ...numbered('1.2.a', 3),
  ...numbered('1.2.b', 11),
  ...numbered('1.2.c', 5),
  ...numbered('1.2.d', 8),
  ...numbered('1.2.e', 3),
  ...numbered('1.2.f', 30),
  ...numbered('1.4', 6),
  ...numbered('1.5', 6),
  ...numbered('1.6', 7),
])('%s is a step', (step) => {
  expect(names.some((name) => name.startsWith(`${step} `))).toBe(true)
})

test('no two steps of a conversation have one name', () => {
  for (const { title, steps } of traces) expect(new Set(steps.map(({ name }) => name)).size, title).toBe(steps.length)
})
