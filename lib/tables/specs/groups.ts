import type { TableSpec } from '../spec'
import { exactOperators, textOperators, updatedPresets } from './operators'

/** SCIM Groups. */
export const groupsSpec: TableSpec = {
  page: 'groups',
  title: 'SCIM Groups',
  noun: { one: 'group', many: 'groups' },
  kind: 'directory',
  allProviders: true,
  opens: true,
  defaultSort: { column: 'updated', descending: true },
  columns: [
    { id: 'name', title: 'SCIM Group Name', kind: 'name', width: 280, identity: true, sortable: true, copy: true },
    {
      id: 'total',
      title: 'Total Users in this Group',
      kind: 'number',
      width: 180,
      align: 'right',
      description: 'Different users in the group, directly or through the groups in it.',
    },
    {
      id: 'active',
      title: 'Active Users in this Group',
      kind: 'number',
      width: 190,
      align: 'right',
      description: 'Those of them who are active.',
    },
    { id: 'externalId', title: 'IdP SCIM Group ID', kind: 'id', width: 160, sortable: true, copy: true },
    { id: 'id', title: 'Internal Group ID', kind: 'id', width: 160, sortable: true, copy: true },
    { id: 'updated', title: 'Last Updated', kind: 'time', width: 140, sortable: true },
    { id: 'created', title: 'Created', kind: 'time', width: 140, sortable: true, hidden: true },
    { id: 'provider', title: 'Identity Provider', kind: 'text', width: 160, hidden: true },
  ],
  filters: [
    { id: 'name', title: 'SCIM Group Name', kind: 'text', operators: textOperators, pinned: true },
    {
      id: 'userName',
      title: 'SCIM User Name',
      kind: 'text',
      operators: ['is', 'startsWith', 'contains'],
      placeholder: 'groups of one user',
      pinned: true,
    },
    { id: 'updated', title: 'Last Updated', kind: 'timeRange', presets: updatedPresets, pinned: true },
    { id: 'id', title: 'Internal Group ID', kind: 'text', operators: ['is'], pinned: true },
    { id: 'externalId', title: 'IdP SCIM Group ID', kind: 'text', operators: exactOperators },
  ],
}
