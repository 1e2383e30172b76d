import type pg from 'pg'
import type { Product } from '../product/start-product'
import { Connection } from '../product/connection'
import { TOKEN } from '../product/start-product'
import { BASE, filledAtSql, filledIdSql, group, marker, person } from './people'
import { GROUPS_OF_A_SIZE, type Shape, TEAM, firstTeam, membersBelow } from './shape'

// One user and one group are made over the endpoint; every further row is a copy of what the product wrote for them,
// with names, ids and times replaced: equal in shape to real rows, whatever the schema is.
const SAMPLE_USER = marker(99_999_998)
const SAMPLE_GROUP = marker(99_999_999)
const STEP = 10_000

/** Makes the two samples over the endpoint. */
export async function makeSamples(product: Product) {
  const connection = new Connection(product.port, TOKEN)
  const post = async (path: string, body: unknown) => {
    const answer = await connection.send('POST', `${BASE}/${path}`, body)
    if (answer.status !== 201) throw new Error(`The sample was refused: ${answer.status} ${answer.body}`)
    return (JSON.parse(answer.body) as { id: string }).id
  }
  const user = await post('Users', person(SAMPLE_USER))
  await post('Groups', group(SAMPLE_GROUP, [user]))
  connection.close()
}

type Row = Record<string, unknown>

async function rowsOf(pool: pg.Pool, table: string, column: string, value: unknown): Promise<Row[]> {
  const { rows } = await pool.query<{ row: Row }>(
    `select to_jsonb(t) as row from "${table}" t where ${column}::text = $1`,
    [value],
  )
  return rows.map(({ row }) => row)
}

/** Copies the samples until the database has `shape`, then lets the planner count. */
export async function fill(pool: pg.Pool, shape: Shape) {
  const [user] = await rowsOf(pool, 'users', 'external_id', `ext-${SAMPLE_USER}`)
  const [team] = await rowsOf(pool, 'groups', 'external_id', `ext-${SAMPLE_GROUP}`)
  const [membership] = await rowsOf(pool, 'memberships', 'user_id', user!.id)
  const replaceIn = (row: Row, what: [string, string][]) =>
    what.reduce(
      (text, [from, to]) => `replace(${text}, '${from}', ${to})`,
      `'${JSON.stringify(row).replaceAll("'", "''")}'`,
    )

  const copy = async (table: string, row: Row, what: [string, string][], times: string[], from: number, to: number) => {
    const at = times.map((column) => `, '${column}', ${filledAtSql}`).join('')
    for (let start = from; start < to; start += STEP)
      await pool.query(
        `insert into "${table}" select r.* from generate_series(${start}, ${Math.min(start + STEP, to) - 1}) n,
         jsonb_populate_record(null::"${table}",
           ${replaceIn(row, what)}::jsonb || jsonb_build_object(${at.slice(2)})) r`,
      )
  }
  const markSql = (offset: number) => `'p' || lpad((n + ${offset})::text, 8, '0')`

  const copyWithLog = async (table: string, row: Row, mark: [string, string], kind: number, count: number) => {
    const logId = row.created_request as string
    const ids: [string, string][] = [mark, [row.id as string, filledIdSql(kind)], [logId, filledIdSql(kind + 2)]]
    await copy(table, row, ids, ['created_at', 'updated_at'], 0, count)
    const [log] = await rowsOf(pool, 'sync_log', 'id', logId)
    if (log) await copy('sync_log', log, ids, ['at'], 0, count)
    const [payload] = await rowsOf(pool, 'sync_log_payloads', 'log_id', logId)
    if (payload) await copy('sync_log_payloads', payload, ids, ['at'], 0, count)
  }
  const groups = firstTeam(shape) + Math.ceil(shape.users / TEAM)
  const indexes = await takeIndexes(pool)
  await copyWithLog('users', user!, [SAMPLE_USER, markSql(0)], 0, shape.users)
  await copyWithLog('groups', team!, [SAMPLE_GROUP, markSql(50_000_000)], 1, groups)
  await fillMemberships(pool, membership!, shape)
  for (const definition of indexes) await pool.query(definition)
  // VACUUM too: index-only scans need the visibility map, which autovacuum would have made long before.
  await pool.query('vacuum analyze')
}

/** Drops the indexes that can be made again: building one at the end takes a fraction of keeping it up row by row. */
async function takeIndexes(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public'
       and tablename in ('users', 'groups', 'memberships', 'sync_log', 'sync_log_payloads')
       and indexname not in (select conname from pg_constraint)`,
  )
  for (const { indexname } of rows) await pool.query(`drop index "${indexname}"`)
  return rows.map(({ indexdef }) => indexdef)
}

async function fillMemberships(pool: pg.Pool, sample: Row, shape: Shape) {
  const base = JSON.stringify(sample).replaceAll("'", "''")
  const insert = (pairs: string) =>
    pool.query(
      `insert into memberships select r.* from (${pairs}) pairs,
       jsonb_populate_record(null::memberships,
         '${base}'::jsonb || jsonb_build_object('group_id', group_id, 'user_id', user_id)) r`,
    )
  const id = (kind: number, n: string) => filledIdSql(kind).replaceAll(/\bn\b/g, `(${n})`)
  const below = membersBelow(shape)
  for (const [index, size] of shape.sizes.entries()) {
    const apart = Math.floor(below / GROUPS_OF_A_SIZE)
    await insert(
      `select ${id(1, `${index * GROUPS_OF_A_SIZE} + g`)} as group_id, ${id(0, `(g * ${apart} + m) % ${below}`)} as user_id
       from generate_series(0, ${GROUPS_OF_A_SIZE - 1}) g, generate_series(0, ${size - 1}) m`,
    )
  }
  await insert(
    `select ${id(1, `${firstTeam(shape)} + m / ${TEAM}`)} as group_id, ${id(0, 'm')} as user_id
     from generate_series(0, ${shape.users - 1}) m`,
  )
}
