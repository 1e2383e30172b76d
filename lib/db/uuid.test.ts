import { expect, test } from 'vitest'
import { isUuid, uuidv7 } from './uuid'

test('ids sort in the order in which they were made, and none is made twice', () => {
  const made = Array.from({ length: 20_000 }, uuidv7)
  expect(made.every(isUuid)).toBe(true)
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made.every((id) => id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true)
})
