import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstPlace, fit, fontSizes, moved, nextFontSize, nextPreset, presets, resized } from './place'

const window = { width: 1440, height: 900 }
const place = { left: 500, top: 100, width: 420, height: 600 }

test('moving and resizing by the given distance', () => {
  expect(moved(place, 16, -16, window)).toEqual({ ...place, left: 516, top: 84 })
  expect(resized(place, 40, -100, window)).toEqual({ ...place, width: 460, height: 500 })
})

test('the corners stay inside the window', () => {
  expect(moved(place, 9999, 9999, window)).toMatchObject({ left: 1440 - 420 - 8, top: 900 - 600 - 8 })
  expect(moved(place, -9999, -9999, window)).toMatchObject({ left: 8, top: 8 })
  expect(resized(place, 9999, 9999, window)).toMatchObject({ left: 500, top: 100, width: 932, height: 792 })
  expect(resized(place, -9999, -9999, window)).toMatchObject({ width: 300, height: 240 })
})

test('one click after another puts it right, left, over all, and right again, from wherever it stands', () => {
  const first = firstPlace(window)
  expect(nextPreset(first, window)).toBe('left')
  expect(presets.left(window)).toEqual({ ...first, left: 24 })
  expect(nextPreset(presets.left(window), window)).toBe('whole')
  expect(presets.whole(window)).toEqual({ left: 8, top: 8, width: 1424, height: 884 })
  expect(nextPreset(presets.whole(window), window)).toBe('right')
  expect(nextPreset(moved(first, -16, 0, window), window)).toBe('right')
})

describe('whatever is done', () => {
  const size = fc.record({ width: fc.integer({ min: 720, max: 4000 }), height: fc.integer({ min: 400, max: 2200 }) })
  const step = fc.tuple(fc.boolean(), fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }))
  test('all of the panel can be seen, also after the window shrinks', () => {
    fc.assert(
      fc.property(size, size, fc.array(step), (first, then, steps) => {
        let at = firstPlace(first)
        for (const [move, x, y] of steps) at = (move ? moved : resized)(at, x, y, first)
        for (const [here, inside] of [
          [at, first],
          [fit(at, then), then],
        ] as const) {
          expect(here.left).toBeGreaterThanOrEqual(8)
          expect(here.top).toBeGreaterThanOrEqual(8)
          expect(here.left + here.width).toBeLessThanOrEqual(inside.width - 8)
          expect(here.top + here.height).toBeLessThanOrEqual(inside.height - 8)
        }
      }),
    )
  })
})

test('the size of the text goes through its steps and stops at the ends', () => {
  expect(nextFontSize(14, 1)).toBe(16)
  expect(nextFontSize(14, -1)).toBe(13)
  expect(nextFontSize(12, -1)).toBe(12)
  expect(nextFontSize(24, 1)).toBe(24)
  expect(fontSizes).toContain(nextFontSize(999, -1))
})
