import type { Provider } from '@/lib/providers/provider'
import type { JsonObject, Registry } from '@/lib/scim'
import type { RecordedCall } from '@/lib/sync-log/recorded-call'

/** An authenticated SCIM call whose body has been read. */
export interface ScimCall extends RecordedCall {
  provider: Provider
  registry: Registry
  query: URLSearchParams
  ifMatch?: string
  ifNoneMatch?: string
  /** `{origin}/scim/{slug}/v2` */
  baseUrl: string
  /** What cursors are sealed with. Asked for only where one is. */
  secret(): string
}

export interface ScimAnswer {
  status: number
  body?: JsonObject
  etag?: string
  location?: string
}
