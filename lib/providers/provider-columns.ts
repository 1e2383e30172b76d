import { sql } from '@/lib/db/sql'

/** A provider's columns in a statement that calls it `p`, named as `Provider` has them. */
export const providerColumns = sql`
  p.id, p.slug, p.name, p.enabled, p.strict, p.delete_on_deactivate as "deleteOnDeactivate",
  p.allow_same_group_names as "allowSameGroupNames", p.discovery_needs_token as "discoveryNeedsToken",
  p.log_reads as "logReads", p.redacted_attributes as "redactedAttributes", p.extensions, p.client,
  p.allowed_addresses as "allowedAddresses", p.calls_per_second as "callsPerSecond",
  p.last_call_at as "lastCallAt", p.created_at as "createdAt", p.updated_at as "updatedAt"`
