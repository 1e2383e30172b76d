import { isOwnId } from '@/lib/db/uuid'
import {
  type PatchOperation,
  type PatchedGroup,
  diffDocuments,
  equalJson,
  keepImmutable,
  patchGroup as applyPatch,
  readGroup,
  readPatch,
  readProjection,
} from '@/lib/scim'
import { recordResponse } from '@/lib/sync-log/record-response'
import { groupNameOf } from './group-columns'
import { acceptedVersions, changedMeanwhile, checkIfMatch } from './if-match'
import { untilLanded } from './landing'
import { resolveMembers } from './members-of-groups'
import type { ScimAnswer, ScimCall } from './scim-call'
import { findGroup, groupEtag, noGroup, showGroup } from './stored-group'
import { type GroupChange, NO_MEMBERS, type WrittenGroup, writeGroup } from './write-group'

/**
 * PUT /Groups/{id}: a missing `members` keeps the members, `[]` or null empties the group.
 * @throws ScimError 400, 404, 409 uniqueness, 412, 413
 */
export async function replaceGroup(call: ScimCall, id: string): Promise<ScimAnswer> {
  const { document: received, members, notes } = readGroup(call.registry, call.body)
  const projection = readProjection(call.registry, 'Group', call.query, { after: received })
  return untilLanded(async () => {
    const current = await findGroup(call, id, projection.wants('members') && members === undefined)
    checkIfMatch(call.ifMatch, current.version)
    const document = keepImmutable(call.registry.Group, current.document, received)
    const resolved = members && (await resolveMembers(call, members))
    const changed = !equalJson(current.document, document)
    const next = {
      ...current,
      document,
      version: current.version + 1,
      lastModified: call.at > current.lastModified ? call.at : current.lastModified,
      members: resolved ?? current.members,
    }
    const shown = showGroup(call, next, projection)
    const written = await writeGroup(call, {
      id,
      versions: [current.version],
      document: changed ? document : undefined,
      changes: diffDocuments(current.document, document),
      members: members ? { clear: true, add: members, remove: [] } : NO_MEMBERS,
      action: groupNameOf(current.document) === groupNameOf(document) ? 'replaced' : 'renamed',
      status: 200,
      response: shown.body,
      notes,
    })
    if (!written) return undefined
    if (written.changed) return { status: 200, ...shown }
    const same = showGroup(call, { ...next, version: current.version, lastModified: current.lastModified }, projection)
    return { status: 200, ...same }
  })
}

/**
 * PATCH /Groups/{id}: answers 204, or 200 with the group when `attributes` or `excludedAttributes` asks. What is about
 * members alone is one statement that reads nothing; a change of the document reads it first.
 * @throws ScimError 400, 404, 409 uniqueness, 412, 413
 */
export async function patchGroup(received: ScimCall, id: string): Promise<ScimAnswer> {
  const { operations, notes } = readPatch(received.registry, received.body)
  const call = { ...received, notes: [...received.notes, ...notes] }
  const projection = readProjection(call.registry, 'Group', call.query)
  const status = projection.asked ? 200 : 204
  if (!isOwnId(id)) throw noGroup(id)
  const written = isAboutMembers(operations)
    ? await patchMembers(call, id, operations, status)
    : await patchDocument(call, id, operations, status)
  if (!projection.asked) return { status, etag: groupEtag(written.version) }
  const group = await findGroup(call, id, projection.wants('members'))
  const shown = showGroup(call, group, projection)
  await recordResponse(call, shown.body)
  return { status, ...shown }
}

// Not an extension's attribute of that name.
const MEMBERS_PATH = /^(?:urn:ietf:params:scim:schemas:core:2\.0:Group[:.])?members(?:$|[.[])/i

const isAboutMembers = (operations: readonly PatchOperation[]) =>
  operations.every(({ path }) => path !== undefined && MEMBERS_PATH.test(path.text))

// Members don't depend on the document: any that is valid will do.
const ANY_GROUP = { displayName: 'group' }

async function patchMembers(
  call: ScimCall,
  id: string,
  operations: readonly PatchOperation[],
  status: number,
): Promise<WrittenGroup> {
  const patched = applyPatch(call.registry, ANY_GROUP, operations)
  const { members, notes } = await checked(call, patched)
  const change: GroupChange = {
    id,
    versions: acceptedVersions(call.ifMatch),
    members,
    action: 'members-changed',
    status,
    notes,
  }
  const written = await untilLanded(async () => (await writeGroup(call, change)) ?? 'missing')
  if (written !== 'missing') return written
  // Throws 404 where there is none at all.
  await findGroup(call, id, false)
  throw changedMeanwhile()
}

function patchDocument(call: ScimCall, id: string, operations: readonly PatchOperation[], status: number) {
  return untilLanded(async () => {
    const current = await findGroup(call, id, false)
    checkIfMatch(call.ifMatch, current.version)
    const patched = applyPatch(call.registry, current.document, operations)
    const { members, notes } = await checked(call, patched)
    const renamed = groupNameOf(current.document) !== groupNameOf(patched.document)
    return writeGroup(call, {
      id,
      versions: [current.version],
      document: patched.changed ? patched.document : undefined,
      changes: diffDocuments(current.document, patched.document),
      members,
      action: renamed ? 'renamed' : 'changed',
      status,
      notes,
    })
  })
}

/** In Strict an id that nobody has refuses the call, before anything is written. */
async function checked(call: ScimCall, { members = NO_MEMBERS, notes }: PatchedGroup) {
  if (call.registry.rules.strict) await resolveMembers(call, members.add)
  return { members, notes }
}
