import type { Action } from './log-entry'

/** What describing a row takes. */
export interface Described {
  action: string
  status: number
  scimType?: string | null
  membersAdded: number
  membersRemoved: number
}

const WORDS: Record<Exclude<Action, 'members-changed' | 'refused'>, string> = {
  created: 'Created',
  restored: 'Restored',
  replaced: 'Replaced',
  changed: 'Changed',
  renamed: 'Renamed',
  deactivated: 'Deactivated',
  reactivated: 'Reactivated',
  deleted: 'Deleted',
  'deleted-by-deactivation': 'Deleted by deactivation',
  'name-taken-over': 'User name taken over',
  unchanged: 'No change',
  read: 'Read',
}

const REASONS: Record<string, string> = {
  uniqueness: 'name in use',
  invalidFilter: 'filter not understood',
  invalidPath: 'path not understood',
  invalidValue: 'value not allowed',
  invalidSyntax: 'body not understood',
  noTarget: 'nothing to change',
  mutability: 'attribute can’t be changed',
  invalidCursor: 'cursor not valid',
  expiredCursor: 'cursor too old',
  invalidCount: 'count differs from the cursor’s',
}

const STATUS: Record<number, string> = {
  401: 'token not accepted',
  403: 'not allowed',
  404: 'not found',
  405: 'method not possible',
  409: 'conflict',
  412: 'changed meanwhile',
  413: 'too large',
  415: 'content type',
  429: 'too many requests',
  501: 'not offered',
  503: 'not available',
}

/** What a call did, in words: "3 members added", "Deactivated", "Refused: name in use". */
export function describe(row: Described): string {
  if (row.action === 'refused') {
    const reason =
      REASONS[row.scimType ?? ''] ?? STATUS[row.status] ?? (row.status >= 500 ? 'error here' : 'bad request')
    return `Refused: ${reason}`
  }
  const members = describeMembers(row.membersAdded, row.membersRemoved)
  const word = WORDS[row.action as keyof typeof WORDS]
  if (word === undefined) return members || row.action
  return members ? `${word}, ${members.charAt(0).toLowerCase()}${members.slice(1)}` : word
}

function describeMembers(added: number, removed: number): string {
  const counted = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'member' : 'members'}`
  if (added && removed) return `${counted(added)} added, ${removed.toLocaleString('en')} removed`
  if (added) return `${counted(added)} added`
  return removed ? `${counted(removed)} removed` : ''
}
