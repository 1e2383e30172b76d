import { expect, test } from 'vitest'
import { redacted, redactor } from './redact'

const baseUrl = 'https://h/scim'
const TOKEN = 'to/k"en+ÿ 1&<é'

test.each([
  ['as it is', TOKEN],
  ['in JSON', JSON.stringify({ detail: TOKEN })],
  ['in JSON within JSON', JSON.stringify({ came: JSON.stringify({ detail: TOKEN }) })],
  ['percent-encoded', `https://h/?t=${encodeURIComponent(TOKEN)}`],
  [
    'percent-encoded in small letters',
    `https://h/?t=${encodeURIComponent(TOKEN).replace(/%../g, (c) => c.toLowerCase())}`,
  ],
  ['as in a form', `t=${encodeURIComponent(TOKEN).replaceAll('%20', '+')}`],
  ['in base64', Buffer.from(TOKEN).toString('base64')],
  ['in base64url', Buffer.from(TOKEN).toString('base64url')],
])('a token is hidden %s', (_where, text) => {
  const shown = redactor({ baseUrl, token: TOKEN })(`before ${text} after`)
  expect(shown).toMatch(/^before .*‹secret›.* after$/)
  expect(shown).not.toMatch(/to.{1,3}k/)
})

test('a token that is cut off is hidden too', () => {
  const redact = redactor({ baseUrl, token: 'abcdefghijkl' })
  expect(redact('came: token abcdefghij… (2000 characters)')).toBe('came: token ‹secret›… (2000 characters)')
  expect(redact('another text… (2000 characters)')).toBe('another text… (2000 characters)')
})

test('headers are hidden: with and without their scheme, Basic credentials and what they are made of', () => {
  const basic = Buffer.from('admin-name:pass:word').toString('base64')
  const redact = redactor({
    baseUrl,
    token: '',
    headers: { authorization: `Basic ${basic}`, 'x-key': 'key-of-gateway' },
  })
  expect(redact(`Basic ${basic} / ${basic} / pass:word / admin-name / key-of-gateway`)).toBe(
    Array(5).fill('‹secret›').join(' / '),
  )
})

test('short texts stay: they would be found everywhere', () => {
  expect(redactor({ baseUrl, token: 'id' })('an id, a valid one')).toBe('an id, a valid one')
})

test('all texts of a result that come from the server are looked through', () => {
  const redact = redactor({ baseUrl, token: 'secret-token' })
  const result = { id: 'i', group: 'g', level: 'MUST' as const, title: 't', why: 'w', milliseconds: 1 }
  const failed = {
    status: 'failed' as const,
    sent: 'a secret-token',
    came: 'b secret-token',
    expected: ['c secret-token'],
  }
  expect(JSON.stringify(redacted({ ...result, outcome: failed }, redact))).not.toContain('secret-token')
  const skipped = { status: 'skipped' as const, reason: 'secret-token' }
  expect(redacted({ ...result, outcome: skipped }, redact).outcome).toEqual({ status: 'skipped', reason: '‹secret›' })
})
