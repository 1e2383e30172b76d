import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageWindow } from './page-window'
import { shortenMiddle } from './shorten-middle'

describe('page numbers', () => {
  it.each([
    [1, 1, '1'],
    [1, 3, '1 2 3'],
    [1, 25, '1 2 3 … 25'],
    [4, 25, '1 2 3 4 5 … 25'],
    [12, 25, '1 … 11 12 13 … 25'],
    [25, 25, '1 … 23 24 25'],
    [2, 2, '1 2'],
  ])('page %d of %d: %s', (page, pages, text) => {
    expect(
      pageWindow(page, pages)
        .map((each) => each ?? '…')
        .join(' '),
    ).toBe(text)
  })

  it('always offer the current page, in order, and leave out two or more at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (page, more) => {
        const window = pageWindow(page, page + more)
        expect(window).toContain(page)
        window.forEach((each, at) => {
          const before = window[at - 1]
          if (each !== undefined && before !== undefined) expect(each).toBe(before + 1)
          if (each === undefined) expect((window[at + 1] ?? 0) - (before ?? 0)).toBeGreaterThan(2)
        })
      }),
    )
  })
})

describe('a long id', () => {
  it.each([
    ['0197c2ae-77e1-7c3e-9b1f-5f0a2c6d3fd2', '0197c2ae…3fd2'],
    ['701984', '701984'],
    ['123456789012345', '123456789012345'],
    ['', ''],
  ])('%s', (id, short) => {
    expect(shortenMiddle(id)).toBe(short)
  })
})
