import { scopes, type Scope } from '@/lib/providers/scopes'

/** What each scope lets a token do. */
export const scopeWords: Record<Scope, string> = {
  'users:read': 'Read users',
  'users:write': 'Write users',
  'groups:read': 'Read groups',
  'groups:write': 'Write groups',
}

/** What a token may do: `Read users, read groups`; `Everything` with all scopes. */
export function tokenScopes(given: Scope[]): string {
  const has = scopes.filter((scope) => given.includes(scope))
  if (has.length === scopes.length) return 'Everything'
  const words = has.map((scope) => scopeWords[scope].toLowerCase()).join(', ')
  return words ? words[0]!.toUpperCase() + words.slice(1) : 'Nothing'
}
