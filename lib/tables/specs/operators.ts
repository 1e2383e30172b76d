import type { AttributeOption, FilterSpec, TextOperator } from '../spec'

type Operators = [TextOperator, ...TextOperator[]]

/** For names, which always have a value. */
export const textOperators: Operators = ['contains', 'is', 'isNot', 'startsWith', 'endsWith']

/** For ids that an IdP gave, or did not give. */
export const exactOperators: Operators = ['is', 'empty', 'notEmpty']

/** "SCIM attribute": any of these, several at once. No filter where there are none. */
export const attributeFilter = (options: AttributeOption[]): FilterSpec[] =>
  options.length > 0 ? [{ id: 'attribute', title: 'SCIM attribute', kind: 'attribute', options }] : []

/** "Last Updated" of users and groups; presets say how long ago, as `presetStart` reads it. */
export const updatedFilter: FilterSpec = {
  id: 'updated',
  title: 'Last Updated',
  kind: 'timeRange',
  path: 'meta.lastModified',
  presets: [
    { value: '7d', label: '7 days' },
    { value: '14d', label: '14 days' },
    { value: '30d', label: '30 days' },
    { value: '90d', label: '3 months' },
    { value: '180d', label: '6 months' },
  ],
  pinned: true,
}
