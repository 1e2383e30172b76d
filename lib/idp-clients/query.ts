/** `filter=` as Okta writes it: everything percent-encoded. */
export const percentFilter = (filter: string) => `filter=${encodeURIComponent(filter)}`

/** `filter=` as Entra writes it: plus signs for spaces, everything else percent-encoded. */
export const plusFilter = (filter: string) => percentFilter(filter).replaceAll('%20', '+')

/** `filter=` as Microsoft's validator writes it: plus signs for spaces, quotation marks literally, `@` encoded. */
export const quotedFilter = (filter: string) => plusFilter(filter).replaceAll('%22', '"')
