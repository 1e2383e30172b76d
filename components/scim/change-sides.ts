import type { Json } from './json-lines'

/** The values that go and those that come with a change; of two lists only what differs. */
export function changeSides(before: Json | undefined, after: Json | undefined): { gone: Json[]; come: Json[] } {
  const [left, right] = [listOf(before), listOf(after)]
  if (!Array.isArray(before) || !Array.isArray(after)) return { gone: left, come: right }
  const [had, has] = [new Set(left.map(text)), new Set(right.map(text))]
  const gone = left.filter((value) => !has.has(text(value)))
  const come = right.filter((value) => !had.has(text(value)))
  // Another order alone.
  return gone.length + come.length > 0 ? { gone, come } : { gone: [before], come: [after] }
}

const text = (value: Json) => JSON.stringify(value)
function listOf(value: Json | undefined): Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
