import { expect, test } from 'vitest'
import { barParts } from './bar-heights'

const bucket = (accepted: number, refused = 0, failed = 0) => ({ from: '', to: '', accepted, refused, failed })

test('stacks stand on the zero line and stay inside', () => {
  const [tall, half, none] = barParts([bucket(1000, 1, 1), bucket(501), bucket(0)], 60)
  expect(tall?.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'failed'])
  expect(tall![0]!.y + tall![0]!.height).toBe(60)
  expect(tall![1]!.y + tall![1]!.height).toBe(tall![0]!.y)
  expect(tall![2]!.y).toBeGreaterThanOrEqual(0)
  expect(half![0]!.height).toBeCloseTo(tall![0]!.height / 2, 0)
  expect(none).toEqual([])
})

test('one failure among many is seen', () => {
  const [parts] = barParts([bucket(100_000, 0, 1)], 60)
  expect(parts?.[1]).toMatchObject({ outcome: 'failed', height: 4 })
})
