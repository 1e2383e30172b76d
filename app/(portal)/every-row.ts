import type { TableRow } from '@/lib/tables/spec'

/** All rows of a view, for an export: read part by part, as they are written out. */
export interface EveryRow {
  /** How many there are, where that is known beforehand. */
  total?: number
  chunks: AsyncIterable<TableRow[]>
}

/** The parts, each made into rows when it is asked for. */
export async function* mapped<From>(
  chunks: AsyncIterable<From>,
  make: (chunk: From) => TableRow[] | Promise<TableRow[]>,
): AsyncGenerator<TableRow[]> {
  for await (const chunk of chunks) yield await make(chunk)
}
