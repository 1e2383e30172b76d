import type { SchemaDefinition } from '@/lib/scim'

/** A configured identity provider and its settings. */
export interface Provider {
  id: string
  /** Part of its SCIM base URL; chosen once. */
  slug: string
  name: string
  enabled: boolean
  /** Leniencies are off. */
  strict: boolean
  deleteOnDeactivate: boolean
  allowSameGroupNames: boolean
  discoveryNeedsToken: boolean
  logReads: boolean
  /** Attribute names that the sync log leaves out, beside passwords and tokens. */
  redactedAttributes: string[]
  /** IPv4 and IPv6 ranges that its calls may come from; any where there is none. */
  allowedAddresses: string[]
  /** null: as many as it likes. */
  callsPerSecond: number | null
  /** Custom extension schemas, RFC 7643 §7. */
  extensions: SchemaDefinition[]
  /** What its traffic looks like (recognise-client.ts). */
  client: string | null
  lastCallAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A provider as the database has it: `extensions` is JSON there, written only after it was checked. */
export const asProvider = (row: Omit<Provider, 'extensions'> & { extensions: unknown }): Provider => ({
  ...row,
  extensions: row.extensions as SchemaDefinition[],
})
