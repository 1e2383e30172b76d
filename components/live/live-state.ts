/** How often new calls are looked for, and how seldom at most while nobody answers; in ms. */
export const pollEvery = 2000
const pollAtMost = 30_000

/** When to look again, in ms, after so many failures in a row. */
export const pollDelay = (failures: number) => Math.min(pollEvery * 2 ** Math.min(failures, 10), pollAtMost)

export type Pause = 'drawer' | 'menu' | 'selection' | 'page' | 'hidden'

const pauseWords: Record<Pause, string> = {
  drawer: 'Paused while a row is open',
  menu: 'Paused while a menu is open',
  selection: 'Paused while rows are selected',
  page: 'Paused: new calls are on the first page',
  hidden: 'Paused while the page is hidden',
}

/** What the switch says beside its name. */
export function liveWords(state: { pause?: Pause; failures: number }): string {
  if (state.pause) return pauseWords[state.pause]
  if (state.failures > 0) return `No answer; trying again every ${Math.round(pollDelay(state.failures) / 1000)} s`
  return 'Watching for new calls'
}

/** `1 new call`, `3 new calls`, `1,000 new calls or more`. */
export const newCalls = (count: number, most: number) =>
  `${count.toLocaleString('en')} new ${count === 1 ? 'call' : 'calls'}${count >= most ? ' or more' : ''}`

/** Which rows were not there before: those above the first that was. Of a page that is new altogether, all. */
export function freshRows(before: string[], now: string[]): string[] {
  const known = new Set(before)
  const first = now.findIndex((id) => known.has(id))
  return first < 0 ? now : now.slice(0, first)
}
