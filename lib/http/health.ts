import { database, isOpen } from '@/lib/db/client'
import { isMigrated } from '@/lib/db/migrate'

const PATIENCE_MS = 3000

const answer = (status: number, body: object) =>
  Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '5' }) },
  })

/** The process runs and answers. */
export const live = (): Response => answer(200, { status: 'ok' })

/** The database answers and has every migration: 200, else 503. */
export async function ready(): Promise<Response> {
  if (!isOpen()) return answer(503, { status: 'starting' })
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  const migrated = await Promise.race([isMigrated(database().pool), late]).catch(() => false)
  return migrated ? answer(200, { status: 'ok' }) : answer(503, { status: 'unavailable' })
}
