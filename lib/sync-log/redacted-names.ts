export const MASK = '[redacted]'

/** Names that are never kept, whatever the provider's settings: passwords, tokens, secrets. */
const SECRET = /password|passwd|token|secret|authorization|api[-_]?key|private[-_]?key/i

/** Whether a text may hold something secret. Escaped letters could spell a name that is not seen here. */
export const mayHoldSecret = (text: string, names: readonly string[]) =>
  SECRET.test(text) || /\\u/i.test(text) || containsAny(text, names)

function containsAny(text: string, names: readonly string[]) {
  if (names.length === 0) return false
  const folded = text.toLowerCase()
  // `emails eq "a@x"` is about `emails.value`.
  return names.some((name) => segmentsOf(name).every((segment) => segment === 'value' || folded.includes(segment)))
}

/**
 * The segments of an attribute's name, lower-cased, without schema URN and value filter:
 * `urn:…:User:manager.displayName` and `emails[type eq "work"].value` give two each.
 */
export function segmentsOf(name: string): string[] {
  const bare = name.replace(/\[[^\]]*\]?/g, '')
  return bare
    .slice(bare.lastIndexOf(':') + 1)
    .toLowerCase()
    .split('.')
}

/** Tells of a path of segments whether what stands there is left out of the log. */
export function redactor(names: readonly string[]): (path: readonly string[]) => boolean {
  const wanted = names.map(segmentsOf)
  return (path) => SECRET.test(path.at(-1) ?? '') || wanted.some((segments) => endsWith(path, segments))
}

const endsWith = (path: readonly string[], tail: readonly string[]) =>
  tail.length <= path.length && tail.every((segment, index) => path[path.length - tail.length + index] === segment)
