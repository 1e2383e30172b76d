import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText, foldKey, foldName } from './fold'
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
