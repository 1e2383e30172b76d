import type { AttributeItem } from '@/components/scim/attribute-list'
import type { ShownChange } from '@/components/scim/change-list'
import { userAsOf, type UserAsOf } from '@/lib/directory/portal-as-of'
import { namesOf } from '@/lib/directory/portal-names'
import { listProviders } from '@/lib/providers/providers'
import { diffDocuments } from '@/lib/scim'
import { attributeValues } from '@/lib/tables/attribute-values'
import { registryOf } from '../registry-of'

/** What GET /api/tables/users/{id}/as-of answers; moments are ISO 8601, UTC. */
export type AsOfAnswer =
  | { kind: 'not-yet'; createdAt: string }
  | { kind: 'deleted'; deletedAt: string; requestId: string }
  | { kind: 'too-many' }
  | {
      kind: 'there'
      /** Left out where the values are not kept. */
      values?: AttributeItem[]
      /** From then to now. */
      since: ShownChange[]
      groups: { id: string; name: string; deleted: boolean }[]
      unsure: string[]
      redacted: boolean
      deletedAt?: string
      reachesBackTo?: string
    }

/** A user as it was just before a moment, for the drawer. */
export async function readAsOf(id: string, until: Date): Promise<AsOfAnswer | undefined> {
  const [then, names, providers] = await Promise.all([userAsOf(id, until), namesOf([id]), listProviders()])
  const provider = providers.find((each) => each.id === names.get(id)?.providerId)
  if (!then || !provider) return undefined
  switch (then.kind) {
    case 'not-yet':
      return { kind: then.kind, createdAt: then.createdAt.toISOString() }
    case 'deleted':
      return { kind: then.kind, deletedAt: then.deletedAt.toISOString(), requestId: then.requestId }
    case 'too-many':
      return then
    case 'there':
      return there(id, then, registryOf([provider]))
  }
}

function there(
  id: string,
  then: Extract<UserAsOf, { kind: 'there' }>,
  registry: ReturnType<typeof registryOf>,
): AsOfAnswer {
  const { now, document, deletedAt, reachesBackTo, groups, unsure, redacted } = then
  const values =
    document &&
    attributeValues(registry, { ...document, id }).flatMap(({ path, urn, value }) =>
      value === null ? [] : [{ name: path, urn, value }],
    )
  return {
    kind: 'there',
    ...(values && { values }),
    since: now && document ? diffDocuments(document, now) : [],
    groups: groups.map(({ id, name, deleted }) => ({ id, name, deleted })),
    unsure,
    redacted,
    ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
    ...(reachesBackTo && { reachesBackTo: reachesBackTo.toISOString() }),
  }
}
