import type { AttributeOption, ExpressionAttribute, TableSpec } from '../spec'
import { attributeFilter, exactOperators, textOperators, updatedFilter } from './operators'

/**
 * SCIM Groups. `attributes`: what the "SCIM attribute" filter offers, `expression`: what an expression can ask for, both
 * from the chosen providers' schemas.
 */
export const groupsSpec = (attributes: AttributeOption[], expression: ExpressionAttribute[]): TableSpec => ({
  page: 'groups',
  title: 'SCIM Groups',
  noun: { one: 'group', many: 'groups' },
  kind: 'directory',
  allProviders: true,
  opens: true,
  expression,
  defaultSort: { column: 'updated', descending: true },
  columns: [
    {
      id: 'name',
      title: 'SCIM Group Name',
      kind: 'name',
      width: 280,
      identity: true,
      sortable: true,
      copy: true,
      filter: 'name',
      path: 'displayName',
    },
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
    {
      id: 'externalId',
      title: 'IdP SCIM Group ID',
      kind: 'id',
      width: 160,
      sortable: true,
      copy: true,
      filter: 'externalId',
      path: 'externalId',
    },
    { id: 'id', title: 'Internal Group ID', kind: 'id', width: 160, sortable: true, copy: true, filter: 'id' },
    { id: 'updated', title: 'Last Updated', kind: 'time', width: 140, sortable: true },
    { id: 'created', title: 'Created', kind: 'time', width: 140, sortable: true, hidden: true },
    { id: 'provider', title: 'Identity Provider', kind: 'text', width: 160, hidden: true },
  ],
  filters: [
    {
      id: 'name',
      title: 'SCIM Group Name',
      kind: 'text',
      path: 'displayName',
      operators: textOperators,
      pinned: true,
    },
    // SCIM has no path from a group to the user names in it.
    {
      id: 'userName',
      title: 'SCIM User Name',
      kind: 'text',
      operators: ['is', 'startsWith', 'contains'],
      placeholder: 'groups of one user',
      pinned: true,
    },
    updatedFilter,
    { id: 'id', title: 'Internal Group ID', kind: 'text', path: 'id', operators: ['is'], pinned: true },
    { id: 'externalId', title: 'IdP SCIM Group ID', kind: 'text', path: 'externalId', operators: exactOperators },
    ...attributeFilter(attributes),
  ],
})
