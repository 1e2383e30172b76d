/** What the segments of an endpoint's path are called (RFC 7644 §3.2). */
const NAMES = ['Users', 'Groups', 'Me', 'ServiceProviderConfig', 'ResourceTypes', 'Schemas', 'Bulk', '.search'] as const
type Name = (typeof NAMES)[number]

/** The paths that endpoints may have below /v2; `:id` is one segment. */
export type EndpointPath = '/' | `/${Name}` | `/${Name}/:id` | `/${Name}/.search`

const byLowerCase = new Map<string, string>(NAMES.map((name) => [name.toLowerCase(), name]))

/** A path below /v2 with the endpoint's name in this case; ids and unknown names stay as they are. */
export const spellPath = (path: string[]): string[] =>
  path.map(
    (segment, at) =>
      (at === 0 || segment.startsWith('.') ? byLowerCase.get(segment.toLowerCase()) : undefined) ?? segment,
  )
