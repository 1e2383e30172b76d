import type { Leniency } from './leniency'

/** Interop: `/users` for `/Users`. The names of RFC 7644 §3.2 are parts of a URL, which are compared with case (RFC 3986 §6.2.2.1). */
export const endpointCase: Leniency = {
  code: 'endpoint-case',
  title: 'Endpoints may be named in any case',
  clients: ['Microsoft’s collection for its reference code'],
}
