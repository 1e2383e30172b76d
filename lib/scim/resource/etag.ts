/** Whether a header of If-Match or If-None-Match names a version: `*`, or a list of tags, weak or strong alike (RFC 7644 §3.14). */
export function matchesEtag(header: string, version: string): boolean {
  const tags = readTags(header)
  return tags === '*' || tags.includes(opaque(version))
}

/**
 * The version counters that an If-Match accepts, for the UPDATE to compare with; `*` is any. The counter is what stands before the
 * first dash: a user's tag has a digest of its groups after it. A tag that was never given here is left out.
 */
export function matchableVersions(header: string): '*' | number[] {
  const tags = readTags(header)
  if (tags === '*') return '*'
  return tags.flatMap((tag) => {
    const counter = /^(\d{1,9})(?:-.*)?$/.exec(tag)?.[1]
    return counter === undefined ? [] : [Number(counter)]
  })
}

function readTags(header: string): '*' | string[] {
  if (header.trim() === '*') return '*'
  // A tag may hold commas, so the list is not split at them.
  const quoted = [...header.matchAll(/(?:W\/)?"([^"]*)"/gi)].map((match) => match[1]!)
  // Interop: a tag without its quotes.
  return quoted.length ? quoted : header.split(',').map((tag) => opaque(tag.trim()))
}

function opaque(tag: string): string {
  return tag.replace(/^W\//i, '').replace(/^"(.*)"$/, '$1')
}
