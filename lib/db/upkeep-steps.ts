const MIB = 1024 * 1024
const PAGE_BYTES = 8192
/** Reopening after a crash reads the write-ahead log since the last checkpoint. */
const CHECKPOINT_BYTES = 32 * MIB
const ANALYZE_BYTES = 16 * MIB
// Tables below this are read whole in no time, statistics or not.
const SMALL_PAGES = 50

/** What the database says about itself. It keeps no counters of changed rows, so that pages and bytes must do. */
export interface Measures {
  /** Bytes of write-ahead log since the last checkpoint, and ever. */
  sinceCheckpoint: number
  written: number
  tables: Table[]
}

export interface Table {
  name: string
  /** Now, and when it was last analysed or vacuumed. */
  pages: number
  knownPages: number
  /** Of `knownPages`, those that an index-only scan need not look at. */
  visiblePages: number
}

/** `Measures.written` as it was when a table was last analysed and vacuumed by this process. */
export type History = Map<string, { analyzed: number; vacuumed: number }>

export interface Step {
  kind: 'checkpoint' | 'analyze' | 'vacuum'
  table?: string
  /** How much it is wanted: from 1 on it is due. */
  due: number
}

/** The step of upkeep that is wanted most, if one is due. */
export function nextStep(measures: Measures, history: History): Step | undefined {
  const total = measures.tables.reduce((sum, { pages }) => sum + pages, 0) * PAGE_BYTES
  const steps: Step[] = [{ kind: 'checkpoint', due: measures.sinceCheckpoint / CHECKPOINT_BYTES }]
  for (const table of measures.tables) {
    if (table.pages < SMALL_PAGES) continue
    const { analyzed, vacuumed } = history.get(table.name) ?? { analyzed: 0, vacuumed: 0 }
    const grown = Math.abs(table.pages - table.knownPages) / (table.knownPages / 5 + SMALL_PAGES)
    const changed = (measures.written - analyzed) / (ANALYZE_BYTES + total / 4)
    steps.push({ kind: 'analyze', table: table.name, due: Math.max(grown, changed) })
    // A vacuum that could not clear a page is not repeated before much was written again.
    const worthwhile = measures.written - vacuumed > MIB + (table.pages * PAGE_BYTES) / 10
    const unclean = (table.knownPages - table.visiblePages) / (table.knownPages / 5 + 2 * SMALL_PAGES)
    if (worthwhile) steps.push({ kind: 'vacuum', table: table.name, due: unclean })
  }
  const [first] = steps.sort((a, b) => b.due - a.due)
  return first && first.due >= 1 ? first : undefined
}
