import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The PostgreSQL server of the tests. */
export const server = process.env['TEST_DATABASE_URL']!
export const secret = { AUTH_SECRET: randomBytes(32).toString('hex') }

/** The URL of a database there, or by another port. */
export const at = (name: string, port = new URL(server).port) =>
  Object.assign(new URL(server), { pathname: name, port }).href

export async function run(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

export async function newDatabase(): Promise<string> {
  const name = `rollcall_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name}`)
  return name
}
