import type { Scope } from '../scopes'

/** So many clients of a provider work at a time: one for each of its programs, and a successor of each. */
export const mostClients = 10

/** What can be told about an OAuth client after it was made. Its id is its `client_id`. */
export interface ClientInfo {
  id: string
  name: string
  hasSecret: boolean
  hasKeys: boolean
  scopes: Scope[]
  createdAt: Date
  createdBy: string | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  lastUsedAddress: string | null
}
