import type { Page } from '@playwright/test'
import { entra, nobody, okta, table, test, visit } from './fixtures'
import { expect } from './test'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Chooses from the first row's menu by the keyboard, and waits for what it copies. */
async function choose(page: Page, name: string) {
  const row = table(page).locator('tbody tr').first()
  const more = row.getByRole('button', { name: /^More of/ })
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await more.focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name })
  await expect(item).not.toHaveAttribute('aria-disabled', 'true')
  await item.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(more).toBeFocused()
  await expect.poll(() => copied(page)).not.toBe('')
  return { id: (await row.getAttribute('data-row'))!, text: await copied(page) }
}

test('a row is copied as JSON, with the columns shown', async ({ page }) => {
  await visit(page, `/users?provider=${okta}&sort=userName&rows=10`)
  const { id, text } = await choose(page, 'Copy row as JSON')
  const row = JSON.parse(text) as Record<string, unknown>
  expect(row).toMatchObject({ id })
  expect(String(row['status'])).toMatch(/active$/)
  expect(row).not.toHaveProperty('provider')
})

for (const [path, item, command] of [
  [
    `/users?provider=${okta}`,
    'Copy request as curl',
    /^curl --globoff -X GET '[^']+\/scim\/contoso-okta\/v2\/Users\/ID' /,
  ],
  [`/groups?provider=all`, 'Copy request as curl', /^curl --globoff -X GET '[^']+\/scim\/[\w-]+\/v2\/Groups\/ID' /],
  [`/attributes?provider=${okta}`, 'Copy request as curl', /-X GET '[^']+\/v2\/Schemas\/urn:ietf:params:scim:schemas:/],
  [
    `/sync-logs?provider=${entra}&method=POST`,
    'Copy call as curl',
    /-X POST '[^']+\/v2\/(Users|Groups)' [^]* --data-raw '/,
  ],
] as const)
  test(`what a row of ${path} stands for is copied as curl, without a token`, async ({ page }) => {
    await visit(page, path)
    const { id, text } = await choose(page, item)
    expect(text.replace(id, 'ID')).toMatch(command)
    expect(text).toContain('-H "Authorization: Bearer $TOKEN"')
  })

test('an attribute is copied by its URN too', async ({ page }) => {
  await visit(page, `/attributes?provider=${okta}&attribute=is:department`)
  const { text } = await choose(page, 'Copy URN')
  expect(text).toBe('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department')
})

test('the menu opens for the row whose button is pressed, and Escape closes it alone', async ({ page }) => {
  await visit(page, `/users?provider=${okta}&sort=userName&rows=10`)
  const second = table(page).locator('tbody tr').nth(1)
  await second.hover()
  await second.getByRole('button', { name: /^More of/ }).click()
  await page.getByRole('menuitem', { name: 'Copy row as JSON' }).click()
  await expect.poll(() => copied(page)).toContain(`"${await second.getAttribute('data-row')}"`)
  await second.getByRole('button', { name: /^More of/ }).press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(second.getByRole('button', { name: /^More of/ })).toBeFocused()
  expect(page.url()).not.toContain('open=')
})

test('what is gone has no command, and nobody else gets one', async ({ page, browser, baseURL }) => {
  await visit(page, `/users?provider=${okta}`)
  const nothing = '00000000-0000-7000-8000-000000000000'
  for (const address of [
    `users/curl?id=${nothing}`,
    'users/curl?id=x',
    `attributes/curl?id=x&provider=${okta}`,
    'nope/curl?id=x',
  ])
    expect((await page.request.get(`/api/tables/${address}`)).status()).toBe(404)
  const stranger = await browser.newContext({ ...nobody, baseURL })
  expect((await stranger.request.get(`/api/tables/users/curl?id=${nothing}`)).status()).toBe(401)
  await stranger.close()
})
