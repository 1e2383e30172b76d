import { diffDocuments, equalJson, readGroup, readProjection } from '@/lib/scim'
import { groupNameOf } from './group-columns'
import { checkIfMatch } from './if-match'
import { untilLanded } from './landing'
import { resolveMembers } from './members-of-groups'
import type { ScimAnswer, ScimCall } from './scim-call'
import { findGroup, groupEtag, showGroup } from './stored-group'
import { NO_MEMBERS, writeGroup } from './write-group'

/**
 * PUT /Groups/{id}: a missing `members` keeps the members, `[]` or null empties the group.
 * @throws ScimError 400, 404, 409 uniqueness, 412, 413
 */
export async function replaceGroup(call: ScimCall, id: string): Promise<ScimAnswer> {
  const { document, members, notes } = readGroup(call.registry, call.body)
  const projection = readProjection(call.registry, 'Group', call.query)
  return untilLanded(async () => {
    const shown = projection.wants('members')
    const current = await findGroup(call, id, shown && members === undefined)
    checkIfMatch(call.ifMatch, current.version)
    const resolved = members && (await resolveMembers(call, members))
    const changed = !equalJson(current.document, document)
    const next = {
      ...current,
      document,
      version: current.version + 1,
      lastModified: call.at > current.lastModified ? call.at : current.lastModified,
      members: resolved ?? current.members,
    }
    const { body } = showGroup(call, next, projection)
    const written = await writeGroup(call, {
      id,
      versions: [current.version],
      document: changed ? document : undefined,
      changes: diffDocuments(current.document, document),
      members: members ? { clear: true, add: members, remove: [] } : NO_MEMBERS,
      action: groupNameOf(current.document) === groupNameOf(document) ? 'replaced' : 'renamed',
      status: 200,
      response: body,
      notes,
    })
    if (!written) return undefined
    if (written.changed) return { status: 200, body, etag: groupEtag(next.version) }
    const same = showGroup(call, { ...next, version: current.version, lastModified: current.lastModified }, projection)
    return { status: 200, ...same }
  })
}
