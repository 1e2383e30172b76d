import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { ownProvider, test, visit } from './fixtures'
import { expect } from './test'

async function openForm(page: Page) {
  await page.getByRole('button', { name: 'Add client' }).click()
  return page.getByRole('dialog', { name: /^OAuth client for/ })
}

const grant = { grant_type: 'client_credentials' }

async function askToken(request: APIRequestContext, slug: string, form: Record<string, string>) {
  const answer = await request.post(`/scim/${slug}/oauth/token`, { form: { ...grant, ...form } })
  const body = (await answer.json()) as { access_token?: string; error?: string }
  return { status: answer.status(), token: body.access_token ?? '', error: body.error }
}

test('a client is added, gets a token with its secret, calls, and stops when it is revoked', async ({
  page,
  request,
}) => {
  const { slug } = await ownProvider(page, request)
  const dialog = await openForm(page)
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByRole('button', { name: 'Add client' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Give it a name')
  await dialog.getByLabel('Name').fill('Nightly report')
  for (const name of ['Write users', 'Read groups', 'Write groups'])
    await dialog.getByRole('checkbox', { name }).click()
  await dialog.getByRole('button', { name: 'Add client' }).click()
  const id = await page.getByLabel('New client ID').innerText()
  const secret = await page.getByLabel('New client secret').innerText()
  expect(secret).toMatch(/^rcs_[\w-]{43}$/)
  await page.reload()
  expect(await page.content()).not.toContain(secret)
  const row = page.getByRole('table', { name: 'OAuth clients that work' }).getByRole('row', { name: 'Nightly report' })
  await expect(row).toContainText('Secret')
  await expect(row).toContainText('Read users')
  await expect(row).toContainText('Never')

  const { token } = await askToken(request, slug, { client_id: id, client_secret: secret })
  const call = (path = '/Users') =>
    request.get(`/scim/${slug}/v2${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await call()).status()).toBe(200)
  expect((await call('/Groups')).status()).toBe(403)
  await expect(async () => {
    await page.reload()
    await expect(row).toContainText('from 127.0.0.1', { timeout: 1000 })
  }).toPass()

  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke client' }).click()
  await expect(page.getByText('No client.')).toBeVisible()
  await expect.poll(async () => (await call()).status(), { timeout: 5000 }).toBe(401)
  const again = await askToken(request, slug, { client_id: id, client_secret: secret })
  expect([again.status, again.error]).toEqual([401, 'invalid_client'])

  await visit(page, `/sync-logs?provider=${slug}`)
  await page.getByRole('link', { name: /^View/ }).first().click()
  await expect(page.getByText('OAuth client Nightly report')).toBeVisible()
  await expect(page.getByText('asked for an access token')).toBeVisible()
})

test('a client with a key of its own signs in; a private key is not taken', async ({ page, request, baseURL }) => {
  const { slug } = await ownProvider(page, request)
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const dialog = await openForm(page)
  await dialog.getByLabel('Name').fill('Signed')
  await dialog.getByLabel('Authentication').selectOption('key')
  const field = dialog.getByLabel('Public key')

  await field.fill(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  await expect(dialog.getByRole('alert')).toContainText('This is a private key')
  await expect(field).toHaveValue('')
  await field.fill('{"kty":"RSA"}')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Add client' }).click()
  await expect(dialog.getByRole('alert')).toContainText('missing or malformed')
  await field.fill(pair.publicKey.export({ format: 'pem', type: 'spki' }).toString())
  await dialog.getByRole('button', { name: 'Add client' }).click()
  const id = await page.getByLabel('New client ID').innerText()
  await expect(page.getByLabel('New client secret')).toHaveCount(0)

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const aud = `${baseURL}/scim/${slug}/oauth/token`
  await expect(page.getByText(aud, { exact: true })).toBeVisible()
  const claims = { iss: id, sub: id, aud, exp: Math.floor(Date.now() / 1000) + 60, jti: randomUUID() }
  const data = `${part({ alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(data), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })
  const { status } = await askToken(request, slug, {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${data}.${signature.toString('base64url')}`,
  })
  expect(status).toBe(200)
})

test('the form is filled and sent by keyboard alone', async ({ page, request }) => {
  await ownProvider(page, request)
  await page.getByRole('button', { name: 'Add client' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  await page.keyboard.type('By keyboard')
  for (const key of ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  const row = page.getByRole('table', { name: 'OAuth clients that work' }).getByRole('row', { name: 'By keyboard' })
  await expect(row).toContainText('Write users, read groups, write groups')
})
