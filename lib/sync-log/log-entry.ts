import type { Change, JsonObject, ResourceTypeName, ScimType } from '@/lib/scim'
import type { RecordedCall } from './recorded-call'

/** What a call did, in one word (describe.ts says it in several). */
export type Action =
  | 'created'
  | 'restored'
  | 'replaced'
  | 'changed'
  | 'renamed'
  | 'deactivated'
  | 'reactivated'
  | 'deleted'
  | 'deleted-by-deactivation'
  | 'name-taken-over'
  | 'members-changed'
  | 'unchanged'
  | 'read'
  | 'refused'

/** The user or group that a call was about, as far as it is known. */
export interface LogEntity {
  type: ResourceTypeName
  id?: string
  name?: string
  externalId?: string
}

/** One row of the sync log, with its payload and the ids that it names. */
export interface LogEntry {
  call: RecordedCall
  action: Action
  status: number
  entity?: LogEntity
  changes?: Change[]
  response?: JsonObject
  /** Ids beside the entity's own that the call named. */
  named?: string[]
  scimType?: ScimType
  detail?: string
}
