import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, signIn, test } from './test'

// What may be had without a session: the form and what it talks to, health, and the endpoint (which wants a token).
const open = /^\/(sign-in|api\/auth\/|api\/health\/|scim\/)/

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
const address = (file: string) =>
  `/${file}`
    .replace(/\/[^/]+$/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[+(?:\.\.\.)?\w+\]+/g, 'x') || '/'
const routes = (name: string) =>
  files
    .filter((file) => file.endsWith(`/${name}`) || file === name)
    .map((file) => ({ file, path: address(file) }))
    .filter(({ path }) => !open.test(path))

for (const { path } of routes('page.tsx'))
  test(`page ${path} leads to sign-in without a session`, async ({ request }) => {
    let answer = await request.get(`${path}?a=b`, { maxRedirects: 0 })
    // The front page may lead to another page first.
    const next = answer.headers()['location'] ?? ''
    if (answer.status() === 307 && !next.includes('/sign-in')) answer = await request.get(next, { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers()['location']).toContain('/sign-in')
    expect(await answer.text()).not.toContain('<table')
  })

for (const { file, path } of routes('route.ts')) {
  const source = readFileSync(join('app', file), 'utf8')
  const methods = [...source.matchAll(/\b(?:function|const|as) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
    (match) => match[1]!,
  )
  for (const method of methods)
    test(`${method} ${path} answers 401 without a session`, async ({ request }) => {
      const answer = await request.fetch(path, { method, maxRedirects: 0 })
      expect(answer.status()).toBe(401)
      expect(answer.headers()['content-type']).toBe('application/problem+json')
    })
}

test('the crawl found pages and APIs', () => {
  expect(routes('page.tsx').map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/users', '/groups', '/attributes', '/sync-logs', '/providers', '/help/x']),
  )
  expect(routes('route.ts').length).toBeGreaterThan(1)
})

for (const name of ['Attributes', 'Users', 'Groups', 'Sync Logs'])
  test(`moving on to ${name} with the session gone leads to sign-in`, async ({ page, context }) => {
    await signIn(page, '/providers')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await context.clearCookies({ name: /session-token/ })
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click()
    await expect(page).toHaveURL(/\/sign-in/)
  })
