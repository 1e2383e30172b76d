import { expect, test } from 'vitest'
import type { FoundCall } from './found-calls'
import { askedFor, summarise } from './search-summary'

const call: FoundCall = {
  id: '0197aaaa-0000-7000-8000-000000000001',
  providerId: '0197aaaa-0000-7000-8000-000000000002',
  tokenId: null,
  at: new Date(0),
  method: 'PATCH',
  url: '/Users/1',
  resourceType: 'User',
  entityId: '1',
  entityName: 'Ann',
  entityExternalId: null,
  action: 'changed',
  status: 200,
  scimType: null,
  detail: null,
  durationMs: 1,
  client: null,
  address: null,
  membersAdded: 0,
  membersRemoved: 0,
  changes: null,
  notes: null,
}
const changes = [{ attribute: 'active', before: true, after: false }]
const team = { resourceType: 'Group', entityName: 'Team', url: '/Groups/2' } as const

test.each<[Partial<FoundCall>, string]>([
  [{ action: 'deactivated', changes }, 'Entra deactivated the user Ann; 1 attribute changed.'],
  [{ action: 'created', method: 'POST' }, 'Entra created the user Ann.'],
  [{ ...team, action: 'created', membersAdded: 2 }, 'Entra created the group Team, with 2 members.'],
  [{ changes: [...changes, ...changes] }, 'Entra changed 2 attributes of the user Ann.'],
  [{ action: 'replaced', changes }, 'Entra replaced the user Ann; 1 attribute changed.'],
  [
    { action: 'renamed', changes: [{ attribute: 'userName', before: 'ann', after: 'Ann' }] },
    'Entra renamed the user ann to Ann; 1 attribute changed.',
  ],
  [{ action: 'renamed' }, 'Entra renamed the user Ann.'],
  [
    { ...team, action: 'members-changed', membersAdded: 1200, membersRemoved: 1 },
    'Entra changed the group Team; 1,200 members added, 1 member removed.',
  ],
  [{ action: 'unchanged' }, 'Entra sent what is already stored of the user Ann, so nothing changed.'],
  [{ action: 'deleted', entityName: null }, 'Entra deleted the user 1.'],
  [{ action: 'read', method: 'GET' }, 'Entra read the user Ann.'],
  [{ action: 'read', method: 'GET', entityName: null, entityId: null }, 'Entra read a list of users.'],
  [{ action: 'read', method: 'POST', url: '/Users/.search', entityName: null }, 'Entra searched the users.'],
  [{ action: 'read', method: 'POST', url: '/.search', resourceType: null }, 'Entra searched users and groups.'],
  [{ action: 'refused', status: 409, detail: 'userName is taken.' }, 'Entra’s request was refused: userName is taken.'],
  [{ action: 'refused', status: 503, detail: 'Away' }, 'Entra’s request failed here: Away.'],
  [{ action: 'refused', status: 400 }, 'Entra’s request was refused: it was answered with 400.'],
])('%j: %s', (more, sentence) => {
  expect(summarise({ ...call, ...more }, 'Entra')).toBe(sentence)
})

test.each<[Partial<FoundCall>, string]>([
  [{ method: 'POST' }, 'It asked to create the user Ann.'],
  [{ method: 'POST', entityName: null, entityId: null }, 'It asked to create a user.'],
  [{ method: 'GET', entityName: null, entityId: null }, 'It asked to read a list of users.'],
  [{ method: 'POST', url: '/.search', resourceType: null }, 'It asked to search users and groups.'],
  [{ method: 'POST', url: '/oauth/token', resourceType: null }, 'It asked for an access token.'],
  [{ method: 'GET', url: '/Nothing', resourceType: null }, 'It asked to read /Nothing.'],
  [{ method: 'TRACE', entityName: null }, 'It sent TRACE for the user 1.'],
])('a refused %j: %s', (more, sentence) => {
  expect(askedFor({ ...call, ...more })).toBe(sentence)
})
