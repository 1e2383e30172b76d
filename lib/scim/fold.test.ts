import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText, foldKey, foldName } from './fold'
import { normaliseInstant, readInstant } from './instant'
import { foldDocument } from './resource/fold-document'
import { sharedRegistry } from './schema/registry'
import { ENTERPRISE_URN as ENT } from './schema/urns'

test.each([
  ['ABC', 'abc'],
  ['É', 'é'],
  ['E\u0301', 'é'],
  ['Straße', 'straße'],
  ['STRASSE', 'strasse'],
  ['İ', 'i\u0307'],
  [' a ', ' a '],
])('the key of %s is %s', (text, key) => expect(foldKey(text)).toBe(key))

test('names are trimmed too', () => expect(foldName('\u00a0 Ann\t')).toBe('ann'))

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldKey(foldKey(text))).toBe(foldKey(text))
    }),
  )
})

test('text orders as its UTF-8 bytes do, like the collation "C"', () => {
  const character = fc.constantFrom('a', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '𐀀')
  const text = fc.array(character, { maxLength: 4 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})

test.each([
  ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01T10:00:00.5+02:00', '2026-03-01T08:00:00.500Z'],
  ['2026-03-01T10:00:00.123456Z', '2026-03-01T10:00:00.123Z'],
  ['2026-03-01t10:00z', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01T10:00:00', '2026-03-01T10:00:00.000Z'],
  ['2026-02-29T10:00:00Z', undefined],
  ['2024-02-29T23:59:59-0100', '2024-03-01T00:59:59.000Z'],
  ['2026-03-01', undefined],
  ['2026-13-01T10:00:00Z', undefined],
  ['2026-03-01T25:00:00Z', undefined],
  ['0000-01-01T00:00:00+14:00', undefined],
  ['yesterday', undefined],
])('the instant %s is %s', (text, instant) => expect(normaliseInstant(text)).toBe(instant))

test('a literal keeps the fraction that matters', () => {
  expect(readInstant('2026-03-01T10:00:00.1234500Z')).toBe('2026-03-01T10:00:00.12345Z')
})

test('a document is folded where it is compared without case, and nowhere else', () => {
  const document = {
    userName: ' Ann@X ',
    externalId: 'Ext',
    active: true,
    profileUrl: 'https://X/A',
    emails: [{ value: 'A@X', type: 'Work', primary: true }],
    x509Certificates: [{ value: 'MIIB', display: 'Cert' }],
    [ENT]: { department: 'Sales', manager: { value: 'M1' } },
  }
  expect(foldDocument(sharedRegistry, 'User', document)).toEqual({
    userName: 'ann@x',
    externalId: 'Ext',
    active: true,
    profileUrl: 'https://X/A',
    emails: [{ value: 'a@x', type: 'work', primary: true }],
    x509Certificates: [{ value: 'MIIB', display: 'cert' }],
    [ENT]: { department: 'sales', manager: { value: 'M1' } },
  })
  expect(foldDocument(sharedRegistry, 'Group', { displayName: ' Eng ' })).toEqual({ displayName: 'eng' })
})
