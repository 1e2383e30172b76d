import { type Sql, sql } from '@/lib/db/sql'
import { foldName } from '@/lib/scim'
import { storableKey } from './log-body'
import type { LogEntity } from './log-entry'
import { MASK } from './redacted-names'
import type { Redaction } from './redaction'

/** What the statement itself may know better of the entity. */
export interface ComputedEntity {
  entityId?: Sql
  entityName?: Sql
  entityNameKey?: Sql
  entityExternalId?: Sql
}

/**
 * The columns entity_id, entity_name, entity_name_key and entity_external_id of a log row. A redacted name or id is not kept, nor
 * found: the id that we gave finds the calls about somebody.
 */
export function entityColumns(entity: LogEntity | undefined, computed: ComputedEntity, redaction: Redaction): Sql {
  const id = computed.entityId ?? sql`${storableKey(entity?.id)}::text`
  const externalId = redaction.hides('externalId')
    ? sql`null::text`
    : (computed.entityExternalId ?? sql`${storableKey(entity?.externalId)}::text`)
  if (redaction.hides(entity?.type === 'Group' ? 'displayName' : 'userName'))
    return sql`${id}, ${entity ? MASK : null}::text, null::text, ${externalId}`
  const name = storableKey(entity?.name)
  return sql`${id}, ${computed.entityName ?? sql`${name}::text`},
    ${computed.entityNameKey ?? sql`${name === null ? null : foldName(name)}::text`}, ${externalId}`
}
