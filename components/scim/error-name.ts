/** What a refused call is called in a few letters: its status and, where it has one, its scimType (RFC 7644 §3.12). */
export const errorName = ({ status, scimType }: { status: number; scimType?: string | null }): string =>
  scimType ? `${status} ${scimType}` : String(status)
