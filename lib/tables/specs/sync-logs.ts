import type { Option, TableSpec, TermOption } from '../spec'
import { FAILED } from './failed-calls'
import { methods, syncLogAttributes } from './sync-log-attributes'

const presets: Option[] = [
  { value: '15m', label: '15 minutes' },
  { value: '1h', label: '1 hour' },
  { value: '24h', label: '24 hours' },
  { value: '7d', label: '7 days' },
  { value: '14d', label: '2 weeks' },
  { value: '90d', label: '90 days' },
]

const statusCodes = [
  { value: '200', label: '200 OK' },
  { value: '201', label: '201 Created' },
  { value: '204', label: '204 No Content' },
  { value: '400', label: '400 Bad Request' },
  { value: '401', label: '401 Unauthorized' },
  { value: '403', label: '403 Forbidden' },
  { value: '404', label: '404 Not Found' },
  { value: '409', label: '409 Conflict' },
  { value: '412', label: '412 Precondition Failed' },
  { value: '413', label: '413 Content Too Large' },
  { value: '429', label: '429 Too Many Requests' },
].map((option): TermOption => ({ ...option, term: `status eq ${option.value}` }))

/** SCIM Sync Logs: newest first, by cursor. */
export const syncLogsSpec: TableSpec = {
  page: 'sync-logs',
  title: 'SCIM Sync Logs',
  noun: { one: 'call', many: 'calls' },
  kind: 'event',
  allProviders: true,
  opens: true,
  expression: syncLogAttributes,
  columns: [
    { id: 'time', title: 'Request Time', kind: 'time', width: 142, identity: true },
    { id: 'request', title: 'Request', kind: 'request', width: 150, copy: true, filter: 'method' },
    { id: 'action', title: 'Action', kind: 'action', width: 158 },
    { id: 'entityName', title: 'Entity Name', kind: 'name', width: 176, copy: true, filter: 'entityName' },
    { id: 'entity', title: 'Entity', kind: 'entity', width: 144, copy: true, filter: 'entityId' },
    { id: 'externalId', title: 'IdP SCIM Entity ID', kind: 'id', width: 132, copy: true, filter: 'externalId' },
    { id: 'duration', title: 'Response Duration', kind: 'duration', width: 142, align: 'right' },
    { id: 'status', title: 'Status Code', kind: 'httpStatus', width: 100, filter: 'status', path: 'status' },
    { id: 'error', title: 'Error', kind: 'text', width: 140, hidden: true, description: 'The scimType of a refusal.' },
    { id: 'client', title: 'Client', kind: 'text', width: 140, hidden: true },
    {
      id: 'token',
      title: 'Token',
      kind: 'id',
      width: 120,
      hidden: true,
      description: 'Its last four characters, or the OAuth client.',
    },
    { id: 'provider', title: 'Identity Provider', kind: 'text', width: 160, hidden: true },
    { id: 'id', title: 'Request ID', kind: 'id', width: 160, hidden: true, copy: true },
  ],
  filters: [
    { id: 'time', title: 'Time', kind: 'timeRange', path: 'requestTime', presets, default: '14d', pinned: true },
    {
      id: 'entityName',
      title: 'Entity Name',
      kind: 'text',
      path: 'entity.name',
      suggests: true,
      operators: ['contains', 'is', 'startsWith', 'endsWith'],
      pinned: true,
    },
    {
      id: 'payload',
      title: 'Payload Search Entity ID',
      kind: 'text',
      path: 'payload',
      operators: ['is'],
      placeholder: 'internal id: every call that touched it',
      pinned: true,
    },
    { id: 'entityId', title: 'Internal Entity ID', kind: 'text', path: 'entity.id', operators: ['is'] },
    { id: 'externalId', title: 'IdP SCIM Entity ID', kind: 'text', path: 'entity.externalId', operators: ['is'] },
    {
      id: 'entityType',
      title: 'Entity Type',
      kind: 'oneOf',
      options: [
        { value: 'user', label: 'User', term: 'entity.type eq "User"' },
        { value: 'group', label: 'Group', term: 'entity.type eq "Group"' },
      ],
    },
    {
      id: 'status',
      title: 'Response Status Code',
      kind: 'anyOf',
      options: [
        ...statusCodes,
        { value: '5xx', label: '5xx Server error', term: 'status ge 500' },
        { value: FAILED, label: '4xx and 5xx, all that failed', term: 'status ge 400' },
      ],
      pinned: true,
    },
    {
      id: 'method',
      title: 'HTTP Method',
      kind: 'anyOf',
      options: methods.map((value) => ({ value, label: value, term: `method eq "${value}"` })),
    },
    {
      id: 'duration',
      title: 'Response Duration',
      kind: 'oneOf',
      options: [
        { value: 'to-200', label: 'up to 200 ms', term: 'duration le 200' },
        { value: 'to-500', label: 'up to 500 ms', term: 'duration le 500' },
        { value: 'to-1000', label: 'up to 1 s', term: 'duration le 1000' },
        { value: 'to-3000', label: 'up to 3 s', term: 'duration le 3000' },
        { value: 'over-3000', label: 'more than 3 s', term: 'duration gt 3000' },
      ],
    },
  ],
}
