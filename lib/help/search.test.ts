import { expect, test } from 'vitest'
import { searchHelp } from './search'

test.each([
  ['okta', 'connect-okta'],
  ['Tenant URL', 'connect-entra'],
  ['secret token', 'connect-entra'],
  ['PROVISION_OUT_OF_SYNC', 'connect-okta'],
  ['409', 'error-uniqueness'],
  ['invalidFilter', 'error-invalid-filter'],
  ['uniqueness', 'error-uniqueness'],
  ['provision user', 'who-is-missing'],
  ['who put her', 'which-groups'],
  ['missing person', 'who-is-missing'],
  ['someone missing', 'why-is-someone-missing'],
  ['nameid', 'username-and-nameid'],
  ['payload', 'sync-logs'],
  ['emails.value', 'attributes'],
  ['replace token revoke', 'tokens'],
  ['quarantin', 'connect-entra'],
  ['lenencies', 'leniencies'],
  ['saved filter', 'tables'],
])('%s is found in %s', (words, slug) => {
  const hits = searchHelp(words).slice(0, 4)
  expect(hits.map((hit) => hit.slug)).toContain(slug)
  for (const { snippet } of hits) expect(snippet.map(({ text }) => text).join('').length).toBeLessThan(160)
})

test.each(['', '   ', 'zzzzqqqq', '***'])('%j is found nowhere', (words) => expect(searchHelp(words)).toEqual([]))

test('the words that were looked for are marked, whole, also where they are begun or in parts of names', () => {
  const marked = (words: string, slug: string) =>
    searchHelp(words)
      .find((hit) => hit.slug === slug)!
      .snippet.flatMap(({ text, found }) => (found ? [text] : []))
  expect(marked('quarantin', 'connect-entra')).toContain('quarantine')
  expect(marked('emails.value', 'attributes')).toContain('emails.value')
  expect(marked('retry selected', 'error-500')).toEqual(expect.arrayContaining(['Retry', 'Selected']))
})
