import { type Json, type JsonObject, valueAt } from '@/lib/idp-clients/json'

/** Nested groups count up to here (lib/README.md). */
const LEVELS = 10

const rowsOf = (resource: JsonObject, name: string) => (resource[name] ?? []) as JsonObject[]
const idOf = (row: Json | undefined) => String(valueAt(row, 'value'))

/** Members have to exist unless they are unresolved, and User.groups has to mirror Group.members, both ways. */
export function membershipFaults(users: JsonObject[], groups: JsonObject[]): string[] {
  const kinds = new Map([
    ...users.map((user) => [String(user['id']), 'User'] as const),
    ...groups.map((group) => [String(group['id']), 'Group'] as const),
  ])
  const containing = new Map<string, string[]>()
  const faults: string[] = []
  for (const group of groups)
    for (const member of rowsOf(group, 'members')) {
      const id = idOf(member)
      containing.set(id, [...(containing.get(id) ?? []), String(group['id'])])
      if (kinds.get(id) !== member['type'])
        faults.push(
          `group ${group['id']}: member ${id} is ${member['type'] ?? 'unresolved'}, and there ${kinds.get(id) ?? 'is nobody'}`,
        )
    }
  for (const [id, parents] of containing)
    if (new Set(parents).size !== parents.length) faults.push(`${id} is a member of one group twice`)
  return [...faults, ...users.flatMap((user) => mirrorFaults(user, containing))]
}

function mirrorFaults(user: JsonObject, containing: Map<string, string[]>): string[] {
  const levels = new Map<string, 'direct' | 'indirect'>()
  let at = [String(user['id'])]
  for (let level = 1; level <= LEVELS && at.length > 0; level++) {
    at = [...new Set(at.flatMap((id) => containing.get(id) ?? []))].filter((id) => !levels.has(id))
    for (const id of at) levels.set(id, level === 1 ? 'direct' : 'indirect')
  }
  const expected = [...levels].map(([id, type]) => `${type} ${id}`).sort()
  const shown = rowsOf(user, 'groups')
    .map((row) => `${String(row['type'])} ${idOf(row)}`)
    .sort()
  return expected.join() === shown.join()
    ? []
    : [`user ${user['id']}: groups are ${shown.join()}, members say ${expected.join()}`]
}
