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

export interface ScimAnswer extends Partial<Shown> {
  status: number
}

/** A resource as it is answered, its version and its address: the headers ETag and Location (RFC 7644 §3.4.1). */
export interface Shown {
  body: JsonObject
  etag: string
  location: string
}
