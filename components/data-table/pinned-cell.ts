import type { CSSProperties } from 'react'

/**
 * How a cell of a pinned column looks; nothing for the others. Where the window is narrow, nothing is pinned.
 * @param at its place among the pinned columns, whose offsets are the table's variables
 * @param last a line divides it from what is scrolled under it
 */
export function pinnedCell(at: number | undefined, last: boolean) {
  if (at === undefined) return undefined
  const style: CSSProperties = { left: `var(--pin-${at})` }
  return { className: last ? 'narrow:sticky narrow:border-r' : 'narrow:sticky', style }
}
