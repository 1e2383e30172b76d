import type { JsonObject } from '@/lib/scim'

/** A SCIM request as both doors have it, whatever carried it here. */
export interface ScimRequest {
  method: string
  /** Path and query as received. */
  target: string
  /** A header by its lower-case name. */
  header(name: string): string | undefined
  /** The body as it arrives; left out where there is none. */
  body?: AsyncIterable<Uint8Array>
  /** The client's address, TRUST_PROXY already applied. */
  address?: string
}

export interface ScimReply {
  status: number
  headers: Record<string, string>
  body?: JsonObject
}
