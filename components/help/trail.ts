/**
 * One thing that the panel can show: the contents (with what was searched for), or an article, at a section of it; `find`:
 * the words that a search found there.
 */
export type Stop = { at: 'contents'; query: string } | { at: 'article'; slug: string; anchor: string; find?: string }

/** The stops that one went through, as a browser's history. */
export interface Trail {
  stops: Stop[]
  index: number
}

export const contents: Stop = { at: 'contents', query: '' }

export const start = (stop: Stop): Trail => ({ stops: [stop], index: 0 })
export const current = (trail: Trail): Stop => trail.stops[trail.index]!
export const canGoBack = (trail: Trail) => trail.index > 0
export const canGoForward = (trail: Trail) => trail.index < trail.stops.length - 1
export const back = (trail: Trail): Trail => (canGoBack(trail) ? { ...trail, index: trail.index - 1 } : trail)
export const forward = (trail: Trail): Trail => (canGoForward(trail) ? { ...trail, index: trail.index + 1 } : trail)

/** Goes to a stop; what lay ahead is forgotten, and going where one is adds nothing. */
export function visit(trail: Trail, stop: Stop): Trail {
  const here = current(trail)
  if (JSON.stringify(here) === JSON.stringify(stop)) return trail
  return { stops: [...trail.stops.slice(0, trail.index + 1), stop], index: trail.index + 1 }
}

/** Searches: typing on belongs to one stop, so that "back" leaves the search and does not unwind its letters. */
export function search(trail: Trail, query: string): Trail {
  if (current(trail).at !== 'contents') return visit(trail, { at: 'contents', query })
  return { stops: [...trail.stops.slice(0, trail.index), { at: 'contents', query }], index: trail.index }
}
