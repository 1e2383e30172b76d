import { expect, test } from '@playwright/test'
import { cableTo } from './cable'
import { at, newDatabase, run, secret, server } from './database'
import { endAll, freePort, scim, start, startReady } from './product'

test.afterAll(endAll)

test('a server that is not there is waited for, and given up after 30 s', async () => {
  const port = await freePort()
  const began = Date.now()
  const product = await start({ ...secret, DATABASE_URL: at('/rollcall', String(port)) })
  await product.says(`PostgreSQL at 127.0.0.1:${port}/rollcall does not answer`)
  await product.says('Waiting up to 30 s')
  expect((await fetch(`${product.base}/api/health/live`)).status).toBe(200)
  expect((await fetch(`${product.base}/api/health/ready`)).status).toBe(503)
  expect(await product.ended).toBe(1)
  expect(Date.now() - began).toBeGreaterThan(29_000)
  expect(product.output()).toContain('could not be reached in 30 s')
})

test('a database that does not exist is said at once', async () => {
  const product = await start({ ...secret, DATABASE_URL: at('/rollcall_not_there') })
  expect(await product.ended).toBe(1)
  expect(product.output()).toContain('database "rollcall_not_there" does not exist')
  expect(product.output()).toContain('Create the database first')
})

test('a database newer than the code is left alone', async () => {
  const url = at(`/${await newDatabase()}`)
  const first = await startReady({ ...secret, DATABASE_URL: url })
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  await run(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
     values (gen_random_uuid(), 'x', '29990101000000_from_the_future', now())`,
  )
  const second = await start({ ...secret, DATABASE_URL: url })
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('newer than this Rollcall: it has 29990101000000_from_the_future')
})

test('a migration that fails leaves the database as it was, and says so', async () => {
  const url = at(`/${await newDatabase()}`)
  await run(url, 'create table providers (mine text)')
  const product = await start({ ...secret, DATABASE_URL: url })
  expect(await product.ended).toBe(1)
  expect(product.output()).toMatch(/Migration \d+_\w+ failed and was undone; the database is as it was before/)
  await run(url, 'select mine from providers')
})

test('two instances start together on one new database', async () => {
  const url = at(`/${await newDatabase()}`)
  const [one, two] = await Promise.all([
    startReady({ ...secret, DATABASE_URL: url }),
    startReady({ ...secret, DATABASE_URL: url }),
  ])
  for (const { base } of [one, two]) expect((await scim(base, '/Users')).status).toBe(200)
})

test('while the database is away calls get 503 with Retry-After; afterwards all is well', async () => {
  const cable = await cableTo(Number(new URL(server).port))
  const url = at(`/${await newDatabase()}`, String(cable.port))
  const product = await startReady({ ...secret, DATABASE_URL: url })
  expect((await scim(product.base, '/Users')).status).toBe(200)
  expect((await fetch(`${product.base}/api/health/ready`)).status).toBe(200)

  await cable.unplug()
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const refused = await scim(product.base, '/Users')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await refused.json()).toMatchObject({ status: '503' })
  expect((await fetch(`${product.base}/api/health/ready`)).status).toBe(503)
  expect((await fetch(`${product.base}/api/health/live`)).status).toBe(200)

  await cable.plug()
  await expect.poll(async () => (await scim(product.base, '/Users')).status).toBe(200)
  expect((await fetch(`${product.base}/api/health/ready`)).status).toBe(200)
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
  await cable.unplug()
})
