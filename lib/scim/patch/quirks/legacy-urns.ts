import { ENTERPRISE_URN, USER_URN } from '../../schema/urns'
import type { Leniency } from './leniency'

/** Interop: URNs of SCIM 1.1, and the malformed `…enterprise:2.0User` of older Entra jobs. */
export const legacyUrns: Leniency = {
  code: 'legacy-urns',
  title: 'Old and malformed schema URNs are understood',
  clients: ['Entra (older provisioning jobs)', 'SCIM 1.1 clients'],
}

const MEANT: readonly (readonly [legacy: string, urn: string])[] = [
  ['urn:ietf:params:scim:schemas:extension:enterprise:2.0user', ENTERPRISE_URN],
  ['urn:scim:schemas:extension:enterprise:1.0', ENTERPRISE_URN],
  ['urn:scim:schemas:core:1.0', USER_URN],
]

/** Replaces a legacy URN at the start of a text by the one that is meant; undefined when it starts with none. */
export function modernUrn(text: string): string | undefined {
  const folded = text.toLowerCase()
  for (const [legacy, urn] of MEANT) {
    if (!folded.startsWith(legacy)) continue
    const rest = text.slice(legacy.length)
    if (rest === '' || rest.startsWith(':') || rest.startsWith('.')) return urn + rest
  }
  return undefined
}
