import { PROVIDER } from '../product/start-product'

export const BASE = `/scim/${PROVIDER}/v2`

/** The text that tells one person from another wherever it stands in a row: lower case, so that folding leaves it alone. */
export const marker = (n: number) => `p${String(n).padStart(8, '0')}`

/** What stands before the id's number: a time in the past, so that ids made by the server sort after it. */
const FIRST_MS = Date.UTC(2026, 0, 1)

/** The id of the n-th filled user (kind 0), group (1) or log row (2, 3): UUIDv7, in the order of n. */
export function filledId(kind: number, n: number): string {
  const time = (FIRST_MS + n).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-800${kind}-${n.toString(16).padStart(12, '0')}`
}

/** The same in SQL, for an integer column `n`. */
export const filledIdSql = (kind: number) => {
  const time = `lpad(to_hex(${FIRST_MS}::bigint + n), 12, '0')`
  return `(substr(${time}, 1, 8) || '-' || substr(${time}, 9) || '-7000-800${kind}-' || lpad(to_hex(n), 12, '0'))`
}

/** When the n-th filled row was made, and the same in SQL. */
export const filledAt = (n: number) => new Date(FIRST_MS + n).toISOString()
export const filledAtSql = `to_timestamp((${FIRST_MS}::bigint + n) / 1000.0)`

const SCHEMAS = [
  'urn:ietf:params:scim:schemas:core:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
]

/** A person as Entra sends it with its default mapping; everything that differs is made from `mark`. */
export const person = (mark: string) => ({
  schemas: SCHEMAS,
  externalId: `ext-${mark}`,
  userName: `ann.${mark}@contoso.example`,
  active: true,
  displayName: `Ann ${mark}`,
  title: 'Engineer',
  preferredLanguage: 'en-GB',
  name: { formatted: `Ann ${mark}`, givenName: 'Ann', familyName: mark },
  emails: [{ primary: true, type: 'work', value: `ann.${mark}@contoso.example` }],
  phoneNumbers: [{ type: 'work', value: '+49 30 1234567' }],
  addresses: [{ type: 'work', streetAddress: '1 Main Street', locality: 'Berlin', postalCode: '10115', country: 'DE' }],
  [SCHEMAS[1]!]: { employeeNumber: mark, department: 'Engineering', organization: 'Contoso', costCenter: '4130' },
})

export const group = (mark: string, members: string[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  externalId: `ext-${mark}`,
  displayName: `Team ${mark}`,
  members: members.map((value) => ({ value })),
})

const patch = (operation: object) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [operation],
})

export const setTitle = (title: string) => patch({ op: 'Replace', path: 'title', value: title })
export const addMember = (id: string) => patch({ op: 'Add', path: 'members', value: [{ value: id }] })
