import type { Leniency } from './leniency'

/** Interop: `urn:…:2.0:User.department`: a dot where RFC 7644 §3.10 has a colon between a schema's URN and the attribute. */
export const dotAfterUrn: Leniency = {
  code: 'dot-after-urn',
  title: 'A dot may stand between a schema URN and the attribute name',
  clients: ['scripts written against other servers', 'older Entra mappings'],
}
