import { randomBytes } from 'node:crypto'
import { known, startDemo, startProduct } from './product.mjs'
import { playwright, suite } from './suites.mjs'

/** The tests against the running product: the endpoint on both databases through both doors, its failures, the portal. */
export async function endToEnd(postgresUrl, browserPath) {
  for (const database of ['embedded', 'postgres'])
    for (const door of ['node', 'next'])
      await against(`Protocol, ${database}, ${door} door`, 'scim', async () =>
        startProduct([`--scim-door=${door}`], database === 'postgres' ? await onPostgres(postgresUrl) : {}),
      )
  await suite('Start, stop, crash', () =>
    playwright('server', ['server', 'kill', 'fuzz'], {
      ...known,
      TEST_DATABASE_URL: postgresUrl,
      CHROMIUM: browserPath ?? '',
    }),
  )
  await against('Portal', 'portal', startDemo, { CHROMIUM: browserPath ?? '' })
}

const against = (title, project, start, env = {}) =>
  suite(title, async () => {
    const product = await start()
    try {
      const report = title.toLowerCase().replace(/\W+/g, '-')
      return await playwright(report, [project], { ...known, BASE_URL: product.base, ...env })
    } finally {
      await product.stop()
    }
  })

/** A new database on the server, for the product alone. */
async function onPostgres(url) {
  const { default: pg } = await import('pg')
  const name = `rollcall_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return {
    DATABASE_URL: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    AUTH_SECRET: randomBytes(32).toString('hex'),
  }
}
