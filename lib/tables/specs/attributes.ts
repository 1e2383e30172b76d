import type { TableSpec } from '../spec'

/** SCIM Attributes: one row for each attribute that the chosen provider's schemas have. */
export const attributesSpec: TableSpec = {
  page: 'attributes',
  title: 'SCIM Attributes',
  noun: { one: 'attribute', many: 'attributes' },
  kind: 'directory',
  columns: [
    { id: 'name', title: 'SCIM Attribute Name', kind: 'name', width: 184, identity: true, sortable: true },
    { id: 'attribute', title: 'SCIM Attribute', kind: 'attribute', width: 168, sortable: true, copy: true },
    { id: 'required', title: 'Required Attribute', kind: 'flag', width: 160, sortable: true },
    { id: 'unique', title: 'Unique Attribute', kind: 'flag', width: 144, sortable: true },
    {
      id: 'support',
      title: 'Use',
      kind: 'text',
      width: 146,
      sortable: true,
      description: 'Whether access policies can use the attribute, or it is only stored and shown.',
    },
    { id: 'type', title: 'Type', kind: 'text', width: 88, sortable: true },
    { id: 'schema', title: 'Schema', kind: 'attribute', width: 170, sortable: true, copy: true },
    {
      id: 'seen',
      title: 'Seen from this IdP',
      kind: 'percent',
      width: 156,
      align: 'right',
      sortable: true,
      description:
        'Share of the users (or groups) that carry a value. Attributes supported in policy are counted over everyone, the others over a sample of 1,000 where there are more.',
    },
    {
      id: 'lastSet',
      title: 'Last Set',
      kind: 'time',
      width: 124,
      sortable: true,
      description: 'When a value was last given to anybody, by the newest 2,000 calls of this identity provider.',
    },
    { id: 'description', title: 'Description', kind: 'text', width: 360 },
    { id: 'multiValued', title: 'Multi-valued', kind: 'flag', width: 110, sortable: true, hidden: true },
    { id: 'caseExact', title: 'Case-exact', kind: 'flag', width: 110, sortable: true, hidden: true },
    { id: 'mutability', title: 'Mutability', kind: 'text', width: 110, sortable: true, hidden: true },
    { id: 'returned', title: 'Returned', kind: 'text', width: 110, sortable: true, hidden: true },
  ],
  filters: [
    {
      id: 'attribute',
      title: 'Attribute',
      kind: 'text',
      operators: ['contains', 'is', 'startsWith', 'endsWith', 'isNot'],
      placeholder: 'name or path',
      pinned: true,
    },
    {
      id: 'support',
      title: 'Use',
      kind: 'oneOf',
      options: [
        { value: 'policy', label: 'Supported in policy' },
        { value: 'stored', label: 'Stored' },
      ],
      pinned: true,
    },
  ],
}
