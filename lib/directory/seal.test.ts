import { expect, test } from 'vitest'
import { seal, unseal } from './seal'

const sealed = seal('secret', 'users', 'Ä text')

test('what was sealed is opened by its secret, for what it is about, and by nothing else', () => {
  expect(unseal('secret', 'users', sealed)).toBe('Ä text')
  expect(unseal('other', 'users', sealed)).toBeUndefined()
  expect(unseal('secret', 'groups', sealed)).toBeUndefined()
})

test('has unreserved characters alone, and says nothing', () => {
  expect(sealed).toMatch(/^[\w-]+$/)
  expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('text')
})

test.each(['', 'x', 'no cursor', '%00', 'x'.repeat(5000), sealed.slice(1), `${sealed}=`, `${sealed} `])(
  '%s is not opened',
  (text) => {
    expect(unseal('secret', 'users', text)).toBeUndefined()
  },
)

test('with any letter changed it is not opened', () => {
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    expect(unseal('secret', 'users', sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeUndefined()
  }
})
