import { expect, test } from 'vitest'
import { type Cursor, readCursor, writeCursor } from './cursor'

const at = new Date('2026-03-01T09:30:00.500Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const id = '0195a3b0-0000-7000-8000-000000000001'

test.each<Cursor>([
  { backwards: false },
  { backwards: false, beside: { id, key: null } },
  { backwards: true, beside: { id, key: 'ä "quoted" 😀' } },
  { backwards: false, beside: { id, key: '' } },
])('%o comes back as it was', (cursor) => {
  expect(readCursor(writeCursor(cursor, { count: 10, at }), { count: 10, at })).toEqual(cursor)
})

test('is good for an hour', () => {
  const text = writeCursor({ backwards: false }, { count: 10, at })
  expect(readCursor(text, { count: 10, at: later(3599) })).toEqual({ backwards: false })
  expect(() => readCursor(text, { count: 10, at: later(3600) })).toThrowError(
    expect.objectContaining({ status: 400, scimType: 'expiredCursor' }),
  )
})

test('is for pages of one size', () => {
  const text = writeCursor({ backwards: false }, { count: 10, at })
  expect(() => readCursor(text, { count: 11, at })).toThrowError(
    expect.objectContaining({ status: 400, scimType: 'invalidCount', detail: expect.stringContaining('pages of 10') }),
  )
})
