import type { FoundCall } from './found-calls'

const nouns = { User: 'user', Group: 'group' } as const

/** What happened, in one sentence for an admin. `who` is the client or the provider. */
export function summarise(call: FoundCall, who: string): string {
  if (call.action === 'refused') {
    const became = call.status >= 500 ? 'request failed here' : 'request was refused'
    return `${who}’s ${became}: ${sentence(call.detail ?? `it was answered with ${call.status}`)}`
  }
  return sentence(`${who} ${done(call)}`)
}

/** What a refused call had asked for. */
export function askedFor(call: FoundCall): string {
  if (isSearch(call)) return `It asked to search ${searched(call)}.`
  // The OAuth token endpoint, beside /v2.
  if (call.url === '/oauth/token') return 'It asked for an access token.'
  const ask = asks[call.method]
  const unnamed = call.method === 'POST' ? `a ${call.resourceType && nouns[call.resourceType]}` : undefined
  const what = call.resourceType ? (named(call) ?? unnamed ?? list(call)) : call.url
  return sentence(ask ? `It asked to ${ask} ${what}` : `It sent ${call.method} for ${what}`)
}

const asks: Record<string, string> = {
  POST: 'create',
  PUT: 'replace',
  PATCH: 'change',
  DELETE: 'delete',
  GET: 'read',
}

function done(call: FoundCall): string {
  const [what, count] = [named(call) ?? call.url, call.changes?.length ?? 0]
  const changed = count > 0 ? `; ${counted(count, 'attribute')} changed` : ''
  const members = membersChanged(call)
  const also = members && `; ${members}`
  switch (call.action) {
    case 'created':
      return `created ${what}${call.membersAdded ? `, with ${counted(call.membersAdded, 'member')}` : ''}`
    case 'restored':
      return `brought back ${what}, with the same id and memberships${changed}`
    case 'replaced':
      return `replaced ${what}${changed}${also}`
    case 'changed':
      return `changed ${count > 0 ? `${counted(count, 'attribute')} of ` : ''}${what}${also}`
    case 'renamed':
      return `renamed ${formerly(call) ?? what}${changed}${also}`
    case 'deactivated':
      return `deactivated ${what}${changed}`
    case 'reactivated':
      return `activated ${what} again${changed}`
    case 'deleted':
      return `deleted ${what}`
    case 'deleted-by-deactivation':
      return `deactivated ${what}, and so deleted it, as this provider’s setting says`
    case 'name-taken-over':
      return `gave the user name of ${what} to another person`
    case 'members-changed':
      return members ? `changed ${what}; ${members}` : `changed the members of ${what}`
    case 'unchanged':
      return `sent what is already stored of ${what}, so nothing changed`
    case 'read':
      return isSearch(call) ? `searched ${searched(call)}` : `read ${named(call) ?? list(call)}`
    default:
      return `called ${call.method} ${call.url}, answered with ${call.status}`
  }
}

/** `the user ann@contoso.example`, where the call was about one that is known. */
function named({ resourceType, entityName, entityId }: FoundCall): string | undefined {
  const name = entityName ?? entityId
  return resourceType && name ? `the ${nouns[resourceType]} ${name}` : undefined
}

const list = ({ resourceType, url }: FoundCall) => (resourceType ? `a list of ${nouns[resourceType]}s` : url)
const isSearch = ({ method, url }: FoundCall) => method === 'POST' && /\/\.search(\?|$)/.test(url)
const searched = ({ resourceType }: FoundCall) => (resourceType ? `the ${nouns[resourceType]}s` : 'users and groups')

function formerly({ resourceType, changes }: FoundCall): string | undefined {
  const name = resourceType === 'Group' ? 'displayName' : 'userName'
  const renaming = changes?.find(({ attribute }) => attribute === name)
  return resourceType && typeof renaming?.['before'] === 'string' && typeof renaming['after'] === 'string'
    ? `the ${nouns[resourceType]} ${renaming['before']} to ${renaming['after']}`
    : undefined
}

function membersChanged({ membersAdded, membersRemoved }: FoundCall): string {
  const added = membersAdded ? `${counted(membersAdded, 'member')} added` : ''
  const removed = membersRemoved ? `${counted(membersRemoved, 'member')} removed` : ''
  return [added, removed].filter(Boolean).join(', ')
}

const counted = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
const sentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
