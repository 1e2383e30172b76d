import { isObject } from '@/lib/scim'
import type { LogEntity } from './log-entry'
import type { RecordedCall } from './recorded-call'

/** What a call was about, as far as its URL and body tell. */
export function entityOf({ url, body }: RecordedCall): LogEntity | undefined {
  // No id begins with a dot: /Users/.search names nobody.
  const match = /^\/(User|Group)s(?:\/([^/?.][^/?]*))?/.exec(url)
  if (!match) return undefined
  const type = match[1] as 'User' | 'Group'
  const text = (name: string) => {
    const value = isObject(body) ? body[name] : undefined
    return typeof value === 'string' ? value : undefined
  }
  return {
    type,
    id: match[2],
    name: text(type === 'User' ? 'userName' : 'displayName'),
    externalId: text('externalId'),
  }
}
