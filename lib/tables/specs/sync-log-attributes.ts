import type { ExpressionAttribute } from '../spec'

/** Methods that calls are recorded with, those that change something first. */
export const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET']

const actions = [
  'created',
  'restored',
  'replaced',
  'changed',
  'renamed',
  'members-changed',
  'deactivated',
  'reactivated',
  'deleted',
  'deleted-by-deactivation',
  'name-taken-over',
  'unchanged',
  'read',
  'refused',
]

/** What an expression over SCIM Sync Logs can ask for: those of lib/sync-log/search-targets.ts, in its order. */
export const syncLogAttributes: ExpressionAttribute[] = [
  { path: 'requestTime', type: 'time', hint: 'when the call arrived' },
  { path: 'method', type: 'text', hint: 'HTTP method', values: methods },
  { path: 'url', type: 'text', hint: 'path below /v2, with its query' },
  { path: 'status', type: 'number', hint: 'HTTP status of the answer' },
  { path: 'duration', type: 'number', hint: 'milliseconds' },
  { path: 'action', type: 'text', hint: 'what the call did', values: actions },
  { path: 'error', type: 'text', hint: 'scimType of a refusal' },
  { path: 'client', type: 'text', hint: 'what the caller looks like' },
  { path: 'entity.type', type: 'text', hint: 'User or Group', values: ['User', 'Group'] },
  { path: 'entity.id', type: 'text', hint: 'internal id' },
  { path: 'entity.name', type: 'text', hint: 'user or group name' },
  { path: 'entity.externalId', type: 'text', hint: 'id that the IdP gave' },
  { path: 'payload', type: 'id', hint: 'internal id: every call that touched it' },
]
