import type pg from 'pg'
import { Connection } from '../product/connection'
import { type Product, TOKEN } from '../product/start-product'
import { BASE, type Writer } from './load'
import { type State, written } from './state'

interface Row {
  id: string
  externalId: string
  [name: string]: unknown
}

/** Writers whose people are not as they may be, with what is there instead. */
export async function lostInAnswers(product: Product, writers: Writer[]): Promise<string[]> {
  const connection = new Connection(product.port, TOKEN)
  const lost: string[] = []
  for (const { mark, possible } of writers) {
    const found = written(await read(connection, mark))
    const allowed = possible.map(written)
    if (!allowed.includes(found)) lost.push(`${mark}\nfound    ${found}\npossible ${allowed.join('\n      or ')}`)
  }
  connection.close()
  return lost
}

async function read(connection: Connection, mark: string): Promise<State> {
  const list = async (endpoint: string) => {
    const filter = encodeURIComponent(`externalId sw "${mark}"`)
    const { status, body } = await connection.send('GET', `${BASE}${endpoint}?count=1000&filter=${filter}`)
    if (status !== 200) throw new Error(`GET ${endpoint}: ${status} ${body}`)
    const { totalResults, Resources = [] } = JSON.parse(body) as { totalResults: number; Resources?: Row[] }
    if (totalResults !== Resources.length) throw new Error(`${totalResults} of ${mark} are more than a page.`)
    return Resources
  }
  const [users, groups] = [await list('/Users'), await list('/Groups')]
  const names = new Map(users.map(({ id, externalId }) => [id, externalId]))
  const membersOf = (group: Row) => (group['members'] ?? []) as { value: string }[]
  return {
    users: byExternalId(users, ({ userName, title, nickName, active }) => ({ userName, title, nickName, active })),
    groups: byExternalId(groups, (group) => ({
      displayName: group['displayName'],
      members: membersOf(group).map(({ value }) => names.get(value) ?? value),
    })),
  } as State
}

const byExternalId = (rows: Row[], pick: (row: Row) => object) =>
  Object.fromEntries(rows.map((row) => [row.externalId, pick(row)]))

/** Acknowledged writes whose row in the sync log is missing. */
export async function lostInLog(pool: pg.Pool, requestIds: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select l.id from sync_log l join sync_log_payloads p on p.log_id = l.id where l.id = any($1::uuid[])`,
    [requestIds],
  )
  const found = new Set(rows.map(({ id }) => id))
  return requestIds.filter((id) => !found.has(id))
}
