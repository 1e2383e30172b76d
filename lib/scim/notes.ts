/** What a request got away with, kept on its sync-log row: a leniency used, or a part that was ignored. */
export interface Note {
  /** A leniency's file name in patch/quirks, or one of the plain remarks such as `unknown-attribute`. */
  code: string
  detail: string
  path?: string
}

/** Takes notes. One remark about one path is kept once, and a request keeps at most a hundred. */
export interface NoteSink {
  readonly list: readonly Note[]
  add(code: string, detail: string, path?: string): void
}

const MOST_NOTES = 100

/** A new, empty sink. */
export function takeNotes(): NoteSink {
  const list: Note[] = []
  const seen = new Set<string>()
  return {
    list,
    add(code, detail, path) {
      // One operation per member makes the same remark 10,000 times.
      const key = `${code}\n${path ?? ''}`
      if (list.length >= MOST_NOTES || seen.has(key)) return
      seen.add(key)
      list.push(path === undefined ? { code, detail } : { code, detail, path })
    },
  }
}
