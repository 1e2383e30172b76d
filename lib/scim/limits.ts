/** Every limit of the endpoint, in one place: what is enforced is what ServiceProviderConfig advertises. */
export const limits = {
  /** Bytes of a request body; also Bulk's `maxPayloadSize`. */
  bodyBytes: 16 * 1024 * 1024,
  /** Bytes of a request for an access token. */
  formBytes: 16 * 1024,
  bulkOperations: 1_000,
  /** Operations in one PATCH: Okta empties a group with one operation per member. */
  patchOperations: 10_000,
  /** Members named in one request: Okta pushes a whole group in one `replace`. */
  membersPerRequest: 100_000,
  /** Values of one multi-valued attribute of a user. Members are not among them. */
  valuesPerAttribute: 2_000,
  /** Bytes of a text by which resources are found: userName, displayName, externalId, an e-mail address, a member's id. */
  keyBytes: 768,
  /** Bytes of a filter, in UTF-8. */
  filterBytes: 8 * 1024,
  /** Nested brackets in a filter. */
  filterDepth: 32,
  /** Comparisons in a filter. */
  filterComparisons: 200,
  /** Bytes of a text of extension schemas. */
  schemaBytes: 64 * 1024,
  /** Extension schemas that an administrator gives one provider. */
  schemasPerProvider: 20,
  /** Attributes of such a schema, parts of complex ones included. */
  attributesPerSchema: 200,
  /** Characters of a schema's URN. */
  urnCharacters: 200,
  /** Nested objects and lists in a JSON body. */
  jsonDepth: 32,
  urlBytes: 16 * 1024,
  /** Rows on a page when the client does not say. */
  pageDefault: 100,
  /** Rows on a page at most; ServiceProviderConfig's `filter.maxResults`. */
  pageMax: 1_000,
  /** Seconds that a cursor is good for; ServiceProviderConfig's `pagination.cursorTimeout`. */
  cursorSeconds: 3_600,
  /** Bytes of a request or answer that the sync log keeps. */
  logBodyBytes: 64 * 1024,
} as const

/** A byte count in words: `8 KiB`, `16 MiB`. */
export function describeBytes(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024)
  if (mebibytes >= 1) return `${Number(mebibytes.toFixed(1))} MiB`
  return bytes >= 1024 ? `${Number((bytes / 1024).toFixed(1))} KiB` : `${bytes} bytes`
}
