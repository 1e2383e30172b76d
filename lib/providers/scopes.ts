/** What a token may be used for: scopes as RFC 6749 §3.3 spells them. Discovery needs none. */
export const scopes = ['users:read', 'users:write', 'groups:read', 'groups:write'] as const
export type Scope = (typeof scopes)[number]
