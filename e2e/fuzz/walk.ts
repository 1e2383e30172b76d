import { type JsonObject, resourcesOf, valueAt } from '@/lib/idp-clients/json'
import type { Ask } from './ask'

/** A collection read in two ways. */
export interface Walked {
  resources: JsonObject[]
  /** What the lists and the walks don't agree about. */
  faults: string[]
}

/** Small, so that there are pages to walk over. */
const PAGE = 20

/** Reads a whole collection, by index and by cursor, which have to agree with each other and with the total. */
export async function walk(ask: Ask, endpoint: string): Promise<Walked> {
  const first = await page(ask, `${endpoint}?count=0`)
  const byIndex: JsonObject[] = []
  for (let at = 1; ; at += PAGE) {
    const rows = resourcesOf(await page(ask, `${endpoint}?startIndex=${at}&count=${PAGE}`))
    byIndex.push(...rows)
    if (rows.length === 0) break
  }
  const byCursor: JsonObject[] = []
  for (let cursor: unknown = ''; cursor !== undefined;) {
    const body = await page(ask, `${endpoint}?cursor=${String(cursor)}&count=${PAGE}`)
    byCursor.push(...resourcesOf(body))
    cursor = valueAt(body, 'nextCursor')
  }
  const total = Number(valueAt(first, 'totalResults'))
  const faults: string[] = []
  if (byIndex.length !== total) faults.push(`${endpoint}: totalResults ${total}, ${byIndex.length} by index`)
  if (JSON.stringify(byIndex) !== JSON.stringify(byCursor))
    faults.push(`${endpoint}: ${byIndex.length} by index and ${byCursor.length} by cursor, and they are not the same`)
  return { resources: byIndex, faults }
}

async function page(ask: Ask, path: string) {
  const { status, body } = await ask('GET', path)
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
