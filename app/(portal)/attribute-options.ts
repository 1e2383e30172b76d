import type { Registry } from '@/lib/scim'
import { attributeRows } from '@/lib/tables/attribute-rows'
import type { Option } from '@/lib/tables/spec'

const ofUsers = (registry: Registry) =>
  attributeRows(registry).filter((row) => row.resource === 'User' && row.stored && !row.path.endsWith('$ref'))

/** What the "SCIM attribute" filter of SCIM Users offers: those supported in policy first. */
export const attributeOptions = (registry: Registry): Option[] =>
  ofUsers(registry).map((row) => ({ value: row.path, label: row.policy ? `${row.name} (${row.path})` : row.path }))

/** Paths of attributes whose values are written without quotes in a filter. */
export const plainPaths = (registry: Registry): ReadonlySet<string> =>
  new Set(ofUsers(registry).flatMap((row) => (PLAIN.includes(row.type) ? [row.path] : [])))

const PLAIN = ['Boolean', 'Integer', 'Decimal']
