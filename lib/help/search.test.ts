import { expect, test } from 'vitest'
import { searchHelp } from './search'

test.each([
  ['okta', 'connect-okta'],
  ['Tenant URL', 'connect-entra'],
  ['secret token', 'connect-entra'],
  ['PROVISION_OUT_OF_SYNC', 'connect-okta'],
  ['409', 'reading-a-log-row'],
  ['missing person', 'why-is-someone-missing'],
  ['nameid', 'username-and-nameid'],
  ['payload', 'sync-logs'],
  ['emails.value', 'attributes'],
  ['rotate token revoke', 'providers'],
  ['quarantin', 'connect-entra'],
  ['lenencies', 'leniencies'],
  ['saved filter', 'tables'],
])('%s is found in %s', (words, slug) => {
  const hits = searchHelp(words).slice(0, 4)
  expect(hits.map((hit) => hit.slug)).toContain(slug)
  for (const hit of hits) expect(hit.snippet.length).toBeLessThan(160)
})

test.each(['', '   ', 'zzzzqqqq', '***'])('%j is found nowhere', (words) => expect(searchHelp(words)).toEqual([]))
