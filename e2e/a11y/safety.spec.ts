import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { okta, test, visit } from '../portal/fixtures'
import { expect, unique } from '../portal/test'

const pages = [
  ...['/users', '/groups', '/sync-logs', '/attributes'].map((path) => `${path}?provider=${okta}`),
  ...['/providers', `/providers/${okta}`, '/help', '/help/users', '/sign-in', '/nowhere'],
]
const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

const policyOf = (answer: APIResponse) =>
  Object.fromEntries(
    (answer.headers()['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name, ...values] = directive.split(' ')
      return [name, values]
    }),
  ) as Record<string, string[]>

test('every page has a strict policy with a nonce of its own', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of [...pages, '/api/health/live', `/api/find?q=an`]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const policy = policyOf(answer)
    expect(policy, path).toMatchObject({
      'default-src': [`'self'`],
      'object-src': [`'none'`],
      'frame-ancestors': [`'none'`],
      'base-uri': [`'none'`],
      'form-action': [`'self'`],
    })
    const scripts = policy['script-src'] ?? []
    expect(scripts.join(' '), path).not.toMatch(/unsafe|https?:|\*|data:/)
    const nonce = scripts.find((source) => source.startsWith(`'nonce-`))?.slice(7, -1) ?? ''
    expect(nonce, path).toMatch(/^[\w+/]{22}==$/)
    nonces.add(nonce)
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff')
    expect(answer.headers()['referrer-policy'], path).toBe('same-origin')
    for (const [, attributes = ''] of (await answer.text()).matchAll(/<script\b([^>]*)>/g))
      expect(attributes, path).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(pages.length + 2)
})

test('an action that another site sends is refused', async ({ page, request }) => {
  await visit(page, `/attributes?provider=${okta}`)
  const sent = page.waitForRequest((each) => each.method() === 'POST' && 'next-action' in each.headers())
  await page.getByRole('button', { name: /(Hide|Show) Filters/ }).click()
  const action = await sent
  const again = (headers: Record<string, string>) =>
    request.post(action.url(), {
      headers: {
        'next-action': action.headers()['next-action']!,
        'content-type': action.headers()['content-type']!,
        ...headers,
      },
      data: action.postDataBuffer()!,
    })
  expect((await again({ origin: new URL(page.url()).origin })).status()).toBe(200)
  expect((await again(foreign)).status()).toBeGreaterThanOrEqual(400)
  await page.getByRole('button', { name: /(Hide|Show) Filters/ }).click()
})

test('no route takes a post of another site', async ({ page, request }) => {
  const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.includes('nextauth'))
    .map(
      (file) =>
        `/api/${file
          .replace(/\/route\.ts$/, '')
          .replace(/\[page\]/, 'users')
          .replace(/\[\w+\]/g, 'x')}`,
    )
  expect(routes.length).toBeGreaterThan(8)
  for (const path of routes)
    expect((await request.post(path, { headers: foreign, data: {} })).status(), path).toBeGreaterThanOrEqual(400)
  // Without the form's token next-auth neither signs in nor out.
  await request.post('/api/auth/signout', { headers: foreign, form: { json: 'true' }, maxRedirects: 0 })
  await visit(page, '/providers')
})

test('no page has a secret in its data', async ({ page, request, context }) => {
  const slug = unique('secret')
  await visit(page, '/providers')
  await page.getByRole('button', { name: 'Add provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(slug)
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await page.waitForURL(`**/providers/${slug}`)
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  await dialog.getByRole('button', { name: 'Generate' }).click()
  const token = await page.getByLabel('New token').innerText()
  const hash = createHash('sha256').update(token).digest()
  const cookies = (await context.cookies()).filter(({ httpOnly }) => httpOnly).map(({ value }) => value)
  expect(cookies.length).toBeGreaterThan(0)
  const secrets = [
    token,
    hash.toString('hex'),
    hash.toString('base64'),
    hash.toString('base64url'),
    ...cookies,
    '$argon2',
  ]
  for (const path of [...pages, `/providers/${slug}`])
    for (const headers of [undefined, { rsc: '1' }]) {
      const text = await (await request.get(path, { headers })).text()
      for (const secret of secrets) expect(text.includes(secret), `${path} ${JSON.stringify(headers)}`).toBe(false)
    }
  // Ids of sessions look like those of users; a page without rows has neither.
  expect(await (await request.get('/help/users')).text()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/)
})
