/** Headers that lib/server writes on every request for a page, over whatever the client sent under these names. */
export const addressHeader = 'x-rollcall-address'
export const pathHeader = 'x-rollcall-path'

/** The client's address as the server saw it (TRUST_PROXY already applied), where the server says. */
export const clientAddress = (headers: { get(name: string): string | null }) => headers.get(addressHeader) || undefined
