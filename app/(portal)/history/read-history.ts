import type { ShownChange } from '@/components/scim/change-list'
import { namesOf, type Named } from '@/lib/directory/portal-names'
import type { Provider } from '@/lib/providers/provider'
import { historyOf, type HistoryCall } from '@/lib/sync-log/history'
import { historyWords } from '@/lib/sync-log/history-words'
import { callersOf, type Caller } from '../caller-names'
import { clientTitle } from '../client-names'
import type { HistoryAnswer, HistoryEntry, NamedResource } from './history-entry'

type Provided = Pick<Provider, 'id' | 'slug' | 'name'>

/**
 * A page of what changed a user or group, newest first.
 * @param before `earlier` of the page that it follows
 */
export async function readHistory(
  type: 'User' | 'Group',
  id: string,
  provider: Provided,
  before?: string,
): Promise<HistoryAnswer> {
  const [page, callers] = await Promise.all([
    historyOf({ providerId: provider.id, entityId: id, ...(before && { before }) }),
    callersOf([provider.id]),
  ])
  const { calls, earlier, reachesBackTo } = page
  const others = calls.flatMap(({ role, entityId }) => (role !== 'entity' && entityId ? [entityId] : []))
  const names = await namesOf([...others, ...calls.flatMap(({ added, removed }) => [...added, ...removed])])
  return {
    entries: calls.map((call) => entryOf(call, type, provider, names, callers)),
    ...(earlier && { earlier }),
    ...(reachesBackTo && { reachesBackTo: reachesBackTo.toISOString() }),
  }
}

function entryOf(
  call: HistoryCall,
  type: 'User' | 'Group',
  provider: Provided,
  names: Map<string, Named>,
  callers: Map<string, Caller>,
): HistoryEntry {
  const words = historyWords(call, type)
  const caller = call.tokenId ? callers.get(call.tokenId) : undefined
  const called = caller?.client ? `OAuth client ${caller.client}` : caller && `token ending ${caller.lastFour}`
  const resource = (id: string, name = id): NamedResource => {
    const named = names.get(id)
    if (!named) return { name }
    if (named.deleted) return { name: `${named.name} (deleted since)` }
    return { name: named.name, href: `/${named.type.toLowerCase()}s?provider=${provider.slug}&open=${id}` }
  }
  const named =
    words.names === undefined
      ? undefined
      : call.action.startsWith('deleted')
        ? { name: words.names }
        : resource(call.entityId ?? '', words.names)
  return {
    id: call.id,
    at: call.at.toISOString(),
    tone: toneOf(call),
    before: words.before,
    ...(named && { named }),
    ...(words.after && { after: words.after }),
    by: call.client ? clientTitle(call.client) : provider.name,
    ...(called && { caller: called }),
    ...(call.detail && { detail: call.detail }),
    ...(call.role === 'entity' && call.action === 'created' && { first: true as const }),
    changes: call.role === 'entity' ? ((call.changes ?? []) as unknown as ShownChange[]) : [],
    came: call.added.map((each) => resource(each)),
    cameInAll: Math.max(call.added.length, call.role === 'entity' ? call.membersAdded : 0),
    went: call.removed.map((each) => resource(each)),
    wentInAll: Math.max(call.removed.length, call.role === 'entity' ? call.membersRemoved : 0),
    method: call.method,
    url: call.url,
    status: call.status,
    durationMs: call.durationMs,
  }
}

const good = ['created', 'restored', 'reactivated']
const bad = ['deactivated', 'deleted', 'deleted-by-deactivation', 'name-taken-over']

function toneOf({ role, action }: HistoryCall): HistoryEntry['tone'] {
  if (role !== 'entity') return 'plain'
  return good.includes(action) ? 'good' : bad.includes(action) ? 'bad' : 'plain'
}
