import { request } from 'node:http'
import { expect, test } from '@playwright/test'
import { TOKEN, endAll, scim, startReady } from './product'

test.afterAll(endAll)

const user = (userName: string) => JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName })

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal}: what is in flight is answered, nothing new is taken, and it ends well`, async () => {
    const product = await startReady()
    const body = user('ann@x.example')
    const slow = request(`${product.base}/scim/test/v2/Users`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/scim+json',
        'content-length': Buffer.byteLength(body),
      },
    })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      slow.on('response', (response) => resolve(response.resume().statusCode))
      slow.on('error', reject)
    })
    slow.write(body.slice(0, 10))
    await new Promise((resolve) => setTimeout(resolve, 300))
    product.child.kill(signal)
    await product.says('finishing what is in flight')
    await expect(fetch(`${product.base}/api/health/live`)).rejects.toThrow()
    slow.end(body.slice(10))
    expect(await answered).toBe(201)
    expect(await product.ended).toBe(0)

    const again = await startReady({ DATA_DIR: product.dataDir })
    const found = await scim(again.base, '/Users?filter=userName%20eq%20%22ann%40x.example%22')
    expect(await found.json()).toMatchObject({ totalResults: 1 })
  })

test('a request that never ends does not keep it from stopping', async () => {
  const product = await startReady()
  const endless = request(`${product.base}/scim/test/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json', 'content-length': 1000 },
  })
  endless.on('error', () => {})
  endless.write('{')
  await new Promise((resolve) => setTimeout(resolve, 300))
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
})
