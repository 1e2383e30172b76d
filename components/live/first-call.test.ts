import { expect, test } from 'vitest'
import { firstCall } from './first-call'

const at = (minute: number) => new Date(Date.UTC(2026, 6, 1, 12, minute))
const row = { id: 'r1', at: at(5), action: 'created', status: 201, scimType: null, detail: null, url: '/Users' }
const refused = { ...row, action: 'refused', status: 403, detail: 'Calls from 192.0.2.1 are not allowed.' }
const unknown = { last: at(5), prefix: '192.0.2.0/24' }

test.each([
  ['nothing came', null, undefined, undefined, { state: 'waiting' }],
  ['an answered lookup, which leaves no row', at(5), undefined, undefined, { state: 'called', at: at(5) }],
  ['a change', at(5), row, undefined, { state: 'called', at: at(5), newest: 'r1' }],
  ['a token that nobody has', null, undefined, unknown, { state: 'unknown', at: at(5), from: '192.0.2.0/24' }],
  ['a right one after that', at(6), undefined, unknown, { state: 'called', at: at(6) }],
  ['a refusal and an answered lookup after it', at(6), refused, undefined, { state: 'called', newest: 'r1' }],
  [
    'a refusal of the same call that is the last',
    at(5),
    refused,
    unknown,
    {
      state: 'refused',
      id: 'r1',
      newest: 'r1',
      about: '403',
      detail: 'Calls from 192.0.2.1 are not allowed.',
    },
  ],
  [
    'a revoked token, which moves nothing',
    null,
    { ...refused, status: 401 },
    undefined,
    { state: 'refused', about: '401' },
  ],
  [
    'a refusal with a kind',
    at(5),
    { ...refused, status: 400, scimType: 'invalidValue' },
    undefined,
    { about: '400 invalidValue' },
  ],
])('%s', (_, last, newest, other, state) => {
  const seen = JSON.parse(JSON.stringify(firstCall(last, newest, other))) as object
  expect(seen).toMatchObject(JSON.parse(JSON.stringify(state)) as object)
})
