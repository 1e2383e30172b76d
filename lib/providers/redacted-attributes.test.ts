import { expect, test } from 'vitest'
import { extensions, HR } from '@/lib/testing/extensions'
import type { Provider } from './provider'
import { readRedacted } from './redacted-attributes'

const provider: Provider = {
  id: 'p',
  slug: 'p',
  name: 'P',
  enabled: true,
  strict: true,
  deleteOnDeactivate: false,
  allowSameGroupNames: false,
  discoveryNeedsToken: false,
  logReads: false,
  redactedAttributes: ['title'],
  allowedAddresses: [],
  callsPerSecond: null,
  extensions,
  client: null,
  lastCallAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
}

test.each([
  [' NAME.familyname ', 'name.familyName'],
  ['emails', 'emails'],
  ['members.display', 'members.display'],
  ['employeeNumber', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber'],
  ['urn:ietf:params:scim:schemas:core:2.0:User:nickName', 'nickName'],
  [`${HR.toUpperCase()}:Desk.Room`, `${HR}:desk.room`],
  ['budget', 'urn:example:team:2.0:Group:budget'],
])('%s is %s', (text, name) => {
  expect(readRedacted(provider, text)).toEqual({ name })
})

test.each([
  ['', 'such as name.familyName'],
  ['nope', 'have no attribute "nope"'],
  [HR, 'a whole schema'],
  ['meta.version', 'The log needs meta.version'],
  ['Title', 'title is left out already'],
  ['password', 'always left out'],
])('%s is refused: %s', (text, wrong) => {
  expect(readRedacted(provider, text)).toEqual({ wrong: expect.stringContaining(wrong) as string })
})
