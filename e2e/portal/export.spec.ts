import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { column, nobody, okta, ownProvider, test, total, visit } from './fixtures'
import { expect } from './test'

async function exported(page: Page, choice: string) {
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: choice, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('all users of a view are exported, in its order, with the columns shown', async ({ page }) => {
  await visit(page, `/users?provider=${okta}&status=active&sort=userName&rows=10`)
  const [count, first] = [await total(page), await column(page, 'SCIM User Name')]
  const { name, text } = await exported(page, 'CSV, columns shown')
  expect(name).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/)
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  expect(lines[0]).toMatch(/^SCIM User Name,Status,/)
  expect(lines).toHaveLength(count + 1)
  expect(lines.slice(1, 11).map((line) => line.split(',')[0])).toEqual(first)

  const all = jsonLines((await exported(page, 'NDJSON, all columns')).text)
  expect(all).toHaveLength(count)
  expect(all[0]).toMatchObject({ userName: first[0], status: 'active' })
  expect(all[0]).toHaveProperty('created')
})

for (const [path, key] of [
  [`/groups?provider=${okta}&sort=name`, 'name'],
  [`/attributes?provider=${okta}`, 'attribute'],
  [`/sync-logs?provider=${okta}`, 'request'],
] as const)
  test(`${path} is exported whole`, async ({ page }) => {
    await visit(page, path)
    const count = await total(page)
    const rows = jsonLines((await exported(page, 'NDJSON, columns shown')).text)
    // The demo's providers go on calling.
    expect(rows.length).toBeGreaterThanOrEqual(count)
    expect(rows.every((row) => typeof row[key] === 'string')).toBe(true)
  })

test('hostile values are text in a spreadsheet', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: '=HYPERLINK("http://evil.example")', displayName: '@sum,"a"\r\n+1' })
  await visit(page, `/users?provider=${slug}`)
  const { text } = await exported(page, 'CSV, columns shown')
  expect(text).toContain('\r\n"\'=HYPERLINK(""http://evil.example"")",active,"\'@sum,""a""\n+1"')
})

test('an address that means nothing is refused, not exported as something else', async ({ page }) => {
  await visit(page, `/users?provider=${okta}`)
  for (const [query, detail] of [
    ['format=xml', 'csv or ndjson'],
    ['format=csv&nonsense=1', 'nonsense'],
    ['format=csv&columns=userName,nope', 'userName'],
  ] as const) {
    const answer = await page.request.get(`/api/tables/users/export?provider=${okta}&${query}`)
    expect(answer.status()).toBe(400)
    expect(((await answer.json()) as { detail: string }).detail).toContain(detail)
  }
  expect((await page.request.get('/api/tables/nope/export?format=csv')).status()).toBe(404)
})

test.describe('without a session', () => {
  test.use(nobody)
  test('nothing is exported', async ({ request }) => {
    expect((await request.get('/api/tables/users/export?format=csv')).status()).toBe(401)
  })
})
