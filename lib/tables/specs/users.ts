import type { Option, TableSpec } from '../spec'
import { attributeOperators, exactOperators, textOperators, updatedPresets } from './operators'

/** SCIM Users. `attributes`: what the "SCIM attribute" filter offers, from the chosen providers' schemas. */
export const usersSpec = (attributes: Option[]): TableSpec => ({
  page: 'users',
  title: 'SCIM Users',
  noun: { one: 'user', many: 'users' },
  kind: 'directory',
  allProviders: true,
  opens: true,
  defaultSort: { column: 'updated', descending: true },
  columns: [
    { id: 'userName', title: 'SCIM User Name', kind: 'name', width: 296, identity: true, sortable: true, copy: true },
    { id: 'status', title: 'Status', kind: 'active', width: 92, sortable: true },
    { id: 'displayName', title: 'Display Name', kind: 'text', width: 160, sortable: true },
    { id: 'department', title: 'Department', kind: 'text', width: 120 },
    {
      id: 'groups',
      title: 'Groups',
      kind: 'number',
      width: 80,
      align: 'right',
      description: 'Groups that the user belongs to, directly or through other groups.',
    },
    { id: 'externalId', title: 'IdP SCIM User ID', kind: 'id', width: 152, sortable: true, copy: true },
    { id: 'id', title: 'Internal User ID', kind: 'id', width: 152, sortable: true, copy: true },
    { id: 'updated', title: 'Last Updated', kind: 'time', width: 132, sortable: true },
    { id: 'email', title: 'Email', kind: 'text', width: 240, sortable: true, hidden: true, copy: true },
    { id: 'title', title: 'Title', kind: 'text', width: 160, hidden: true },
    { id: 'created', title: 'Created', kind: 'time', width: 140, sortable: true, hidden: true },
    { id: 'provider', title: 'Identity Provider', kind: 'text', width: 160, hidden: true },
  ],
  filters: [
    { id: 'userName', title: 'SCIM User Name', kind: 'text', operators: textOperators, pinned: true },
    {
      id: 'group',
      title: 'SCIM Group Name',
      kind: 'text',
      operators: ['contains', 'is', 'startsWith', 'endsWith', 'empty', 'notEmpty'],
      placeholder: 'direct or nested',
      pinned: true,
    },
    { id: 'updated', title: 'Last Updated', kind: 'timeRange', presets: updatedPresets, pinned: true },
    { id: 'id', title: 'Internal User ID', kind: 'text', operators: ['is'], pinned: true },
    { id: 'externalId', title: 'IdP SCIM User ID', kind: 'text', operators: exactOperators },
    {
      id: 'status',
      title: 'Status',
      kind: 'oneOf',
      options: [
        { value: 'active', label: 'Active' },
        { value: 'inactive', label: 'Inactive' },
      ],
    },
    { id: 'attribute', title: 'SCIM attribute', kind: 'attribute', operators: attributeOperators, options: attributes },
  ],
})
