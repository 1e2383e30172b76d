import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestSlug } from './suggest-slug'

test.each([
  ['Contoso Okta', 'contoso-okta'],
  ['  Contoso — Okta (EU) ', 'contoso-okta-eu'],
  ['Müller & Söhne, Gießen', 'muller-sohne-giessen'],
  ['Ærø Entra', 'aero-entra'],
  ['日本', ''],
  ['---', ''],
  ['', ''],
])('%j suggests %j', (name, slug) => expect(suggestSlug(name)).toBe(slug))

test('what is suggested is a slug, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      expect(suggestSlug(name)).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)?$/)
    }),
  )
})
