import type { FoundCall } from './found-calls'

const nouns = { User: 'user', Group: 'group' } as const

const asks: Record<string, string> = {
  POST: 'asked to create',
  PUT: 'asked to replace',
  PATCH: 'asked to change',
  DELETE: 'asked to delete',
  GET: 'asked to read',
}

/** What a call was about and what became of it, in sentences for an admin. `who` is the client or the provider. */
export function summarise(call: FoundCall, who: string): string {
  if (/\/\.search(\?|$)/.test(call.url) && call.method === 'POST')
    return `${who} asked to search ${call.resourceType ? `the ${nouns[call.resourceType]}s` : 'users and groups'}. ${became(call)}`
  // The OAuth token endpoint, beside /v2.
  if (call.url === '/oauth/token') return `${who} asked for an access token. ${became(call)}`
  const ask = asks[call.method] ?? `sent ${call.method} for`
  const noun = call.resourceType ? `the ${nouns[call.resourceType]}` : call.url
  const name = call.resourceType && (call.entityName ?? call.entityId)
  return `${who} ${ask} ${noun}${name ? ` ${name}` : call.resourceType && call.method === 'GET' ? 's' : ''}. ${became(call)}`
}

function became(call: FoundCall): string {
  if (call.action === 'refused')
    return call.status >= 500
      ? 'The call failed here, and nothing was changed.'
      : 'That was refused, and nothing was changed.'
  const sentence = outcomes[call.action]
  const members = membersChanged(call)
  return [sentence ?? (members ? '' : `It was answered with ${call.status}.`), members].filter(Boolean).join(' ')
}

const outcomes: Record<string, string> = {
  created: 'It was created.',
  restored: 'An inactive user of that name or id came back, with the same id and memberships.',
  replaced: 'It was replaced.',
  changed: 'It was changed.',
  renamed: 'It was renamed.',
  deactivated: 'The user is inactive from then on and has no access.',
  reactivated: 'The user is active again.',
  deleted: 'It was deleted.',
  'deleted-by-deactivation': 'The user was deactivated, and deleted, as this provider’s setting says.',
  'name-taken-over': 'Another person took the user name over.',
  unchanged: 'Nothing was different from what is stored, so nothing was changed.',
  read: 'It was answered.',
  'members-changed': '',
}

function membersChanged({ membersAdded, membersRemoved }: FoundCall): string {
  const counted = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'member was' : 'members were'}`
  if (membersAdded && membersRemoved)
    return `${counted(membersAdded)} added and ${membersRemoved.toLocaleString('en')} removed.`
  if (membersAdded) return `${counted(membersAdded)} added.`
  return membersRemoved ? `${counted(membersRemoved)} removed.` : ''
}
