import { statSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { endAll, freePort, scim, start, startReady, temporaryFolder } from './product'

test.afterAll(endAll)

test.describe('it does not start, and says why', () => {
  const wrong: [string, Record<string, string>, string[]][] = [
    ['a port out of range', { PORT: '99999' }, ['PORT must be a port number from 0 to 65535']],
    ['two at once', { LOG_LEVEL: 'loud', TRUST_PROXY: 'maybe' }, ['LOG_LEVEL', '"info"', 'TRUST_PROXY', '"true"']],
    ['a base URL with a path', { BASE_URL: 'https://x.example/scim' }, ['BASE_URL must not have a path']],
    ['a database without a secret', { DATABASE_URL: 'postgresql://127.0.0.1/x' }, ['AUTH_SECRET is required']],
    ['a short password', { ADMIN_PASSWORD: 'short' }, ['ADMIN_PASSWORD must have at least 12 characters']],
    ['an address of another machine', { HOST: '192.0.2.1' }, ['HOST 192.0.2.1 is not an address of this machine']],
    ['a data folder that is a file', { DATA_DIR: 'package.json' }, ['package.json can’t be used'.replace('’', "'")]],
  ]
  for (const [name, given, words] of wrong)
    test(name, async () => {
      const product = await start(given)
      expect(await product.ended).toBe(1)
      for (const word of ['Rollcall can’t start.', ...words]) expect(product.output()).toContain(word)
    })

  test('the port is in use', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    const product = await start({ PORT: String(port) })
    expect(await product.ended).toBe(1)
    expect(product.output()).toContain(`Port ${port} on 127.0.0.1 is in use`)
    other.close()
  })

  test('the data folder is in use, and by which process', async () => {
    const first = await startReady()
    const second = await start({ DATA_DIR: first.dataDir })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`in use by process ${first.child.pid} (${first.base})`)
    expect((await scim(first.base, '/Users')).status).toBe(200)
  })
})

test('a killed process leaves no lock behind', async () => {
  const first = await startReady()
  first.child.kill('SIGKILL')
  await first.ended
  const second = await startReady({ DATA_DIR: first.dataDir })
  expect((await scim(second.base, '/Users')).status).toBe(200)
})

test('of two that start at once on one folder, one runs', async () => {
  const folder = temporaryFolder()
  const both = await Promise.all([start({ DATA_DIR: folder }), start({ DATA_DIR: folder })])
  const loser = await Promise.race(both.map((product) => product.ended.then(() => product)))
  const winner = both.find((product) => product !== loser)!
  await winner.says('Rollcall is ready')
  expect(loser.output()).toContain(`in use by process ${winner.child.pid}`)
})

test('the first administrator’s password is made and printed once, the secret is kept for its owner alone', async () => {
  const first = await startReady()
  expect(first.output()).toMatch(/Sign-in +admin@rollcall\.local {2}\S+ +\(shown only this once\)/)
  expect(first.output()).toContain(`SCIM base URL   ${first.base}/scim/{provider}/v2`)
  expect(first.output()).toContain('npm run demo')
  const file = join(first.dataDir, 'auth-secret')
  const secret = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = await startReady({ DATA_DIR: first.dataDir })
  expect(second.output()).not.toContain('shown only this once')
  expect(readFileSync(file, 'utf8')).toBe(secret)
})
