import type pg from 'pg'
import { Connection } from '../product/connection'
import { PROVIDER, type Product, TOKEN } from '../product/start-product'
import type { Acknowledged } from './load'

const AT_ONCE = 16

/** The last acknowledged write of each user. */
const lastOfEach = (acknowledged: Acknowledged[]) => [
  ...new Map(acknowledged.map((write) => [write.userId, write])).values(),
]

/** Acknowledged writes that the running product does not show any more. */
export async function lostInAnswers(product: Product, acknowledged: Acknowledged[]): Promise<Acknowledged[]> {
  const left = lastOfEach(acknowledged)
  const lost: Acknowledged[] = []
  const reader = async () => {
    const connection = new Connection(product.port, TOKEN)
    for (let write = left.pop(); write; write = left.pop()) {
      const { status, body } = await connection.send('GET', `/scim/${PROVIDER}/v2/Users/${write.userId}`)
      const found = status === 200 ? (JSON.parse(body) as { userName: string; title: string }) : undefined
      // One more than the last acknowledged may be there: written, and killed before the answer.
      if (found?.userName !== write.userName || Number(found.title) < write.title) lost.push(write)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
  return lost
}

/** Acknowledged writes whose row in the sync log is missing. */
export async function lostInLog(pool: pg.Pool, acknowledged: Acknowledged[]): Promise<Acknowledged[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select l.id from sync_log l join sync_log_payloads p on p.log_id = l.id where l.id = any($1::uuid[])`,
    [acknowledged.map(({ requestId }) => requestId)],
  )
  const found = new Set(rows.map(({ id }) => id))
  return acknowledged.filter(({ requestId }) => !found.has(requestId))
}
