import { column, drawer, okta, ownProvider, table, test, view, visit } from './fixtures'
import { expect } from './test'
import type { Page } from '@playwright/test'

const live = (page: Page) => page.getByRole('switch', { name: /^Live/ })
const fresh = (page: Page) => table(page).locator('tbody tr[data-fresh]')

test('new calls come on top, marked and announced', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await visit(page, `/sync-logs?provider=${slug}`)
  await expect(live(page)).not.toBeChecked()
  await live(page).click()
  await expect(live(page)).toBeChecked()
  expect(await column(page, 'Entity Name')).toEqual(['ann@contoso.example'])
  await push('POST', '/Users', { userName: 'bob@contoso.example' })
  await expect(table(page).locator('tbody tr')).toHaveCount(2)
  expect((await column(page, 'Entity Name'))[0]).toBe('bob@contoso.example')
  await expect(fresh(page)).toHaveCount(1)
  await expect(fresh(page)).toContainText('bob@contoso.example')
  await expect(page.getByRole('status').filter({ hasText: '1 new call' })).toHaveCount(1)
  // It lasts over a reload of this tab, and off is off.
  await page.reload()
  await expect(live(page)).toBeChecked()
  await live(page).click()
  await push('POST', '/Users', { userName: 'eve@contoso.example' })
  await page.waitForTimeout(3000)
  await expect(table(page).locator('tbody tr')).toHaveCount(2)
})

test('the row under the pointer stays where it is', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  for (let n = 0; n < 24; n++) await push('POST', '/Users', { userName: `user-${n}@contoso.example` })
  await visit(page, `/sync-logs?provider=${slug}&rows=50`)
  const row = table(page).locator('tbody tr', { hasText: 'user-20@' })
  await row.hover()
  await live(page).evaluate((button) => (button as HTMLElement).click())
  await row.hover()
  const before = (await row.boundingBox())!.y
  await push('POST', '/Users', { userName: 'new-1@contoso.example' })
  await push('POST', '/Users', { userName: 'new-2@contoso.example' })
  await expect(table(page).locator('tbody tr', { hasText: 'new-2@' })).toHaveCount(1)
  expect(Math.abs((await row.boundingBox())!.y - before)).toBeLessThan(2)
})

test('it pauses while a row is open, a menu is open, or on another page', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}&rows=10`)
  await live(page).click()
  await view(page, 1)
  await expect(live(page)).toContainText('paused')
  await drawer(page).getByRole('button', { name: 'Close' }).click()
  await expect(live(page)).not.toContainText('paused')
  await page.getByRole('button', { name: 'Add filter' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  // A menu hides what is around it from assistive technology.
  await expect(page.locator('[role=switch]', { hasText: 'Live' })).toContainText('paused')
  await page.keyboard.press('Escape')
  await expect(live(page)).not.toContainText('paused')
  await page.getByRole('button', { name: 'Older' }).click()
  await page.waitForURL(/cursor=older/)
  await expect(live(page)).toContainText('paused')
  await expect(page.getByText('new calls are on the first page').first()).toBeVisible()
})

test.describe('an outage', () => {
  test.use({ expectedMessages: [/ERR_|Failed to load|500|503/] })
  test('is said, and it goes on by itself', async ({ page, request }) => {
    const { slug, push } = await ownProvider(page, request)
    await push('POST', '/Users', { userName: 'ann@contoso.example' })
    await visit(page, `/sync-logs?provider=${slug}`)
    let away = true
    await page.route('**/api/tables/sync-logs/newer?*', (route) => (away ? route.abort() : route.fallback()))
    await live(page).click()
    await expect(live(page)).toContainText('no answer')
    await expect(page.getByText(/No answer; trying again every 4 s/).first()).toBeVisible()
    away = false
    await push('POST', '/Users', { userName: 'bob@contoso.example' })
    await expect(table(page).locator('tbody tr')).toHaveCount(2)
    await expect(live(page)).not.toContainText('no answer')
  })
})
