import { column, entra, okta, ownProvider, settled, table, test, total, visit } from './fixtures'
import { expect } from './test'
import type { Page } from '@playwright/test'

const histogram = (page: Page) => page.getByRole('region', { name: 'Histogram' })
const bars = (page: Page) => histogram(page).getByRole('slider', { name: 'Calls by time' })

/** The numbers as the table says them, without bars that are empty. */
async function numbers(page: Page): Promise<{ time: string; counts: number[] }[]> {
  const rows = await histogram(page)
    .getByRole('row')
    .evaluateAll((all) => all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent)))
  return rows
    .map(([time, ...counts]) => ({ time: time ?? '', counts: counts.map((text) => Number(text?.replaceAll(',', ''))) }))
    .filter(({ counts }) => counts.some((count) => count > 0))
}

test('the bars, and the same numbers as a table', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await push('POST', '/Users', { userName: 'bob@contoso.example' })
  await visit(page, `/sync-logs?provider=${slug}`)
  await expect(histogram(page)).toContainText('3 calls')
  await expect(histogram(page)).toContainText('accepted2')
  await expect(histogram(page)).toContainText('refused1')
  await expect(bars(page)).toHaveAttribute('aria-valuetext', /2 accepted, 1 refused$/)
  await histogram(page).getByRole('button', { name: 'Show as table' }).click()
  const sums = (await numbers(page)).reduce((sum, { counts }) => sum.map((n, at) => n + counts[at]!), [0, 0, 0])
  expect(sums).toEqual([2, 1, 0])
  await histogram(page).getByRole('button', { name: 'Show as chart' }).click()
  await expect(bars(page)).toBeVisible()
})

test('it counts what the filters let through, of the chosen provider', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}&status=409`)
  await settled(page)
  const refused = await total(page)
  expect(refused).toBeGreaterThan(0)
  await expect(histogram(page)).toContainText(`refused${refused.toLocaleString('en')}`)
  await expect(histogram(page)).toContainText('accepted0')
  await visit(page, `/sync-logs?provider=${entra}&method=DELETE&method=GET&status=5xx`)
  await expect(histogram(page)).toContainText(/0 calls|Nothing/)
})

test('what failed is one click away, and all calls another', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}`)
  await histogram(page).getByRole('button', { name: 'Show what failed' }).click()
  await page.waitForURL(/status=failed/)
  await settled(page)
  await expect(histogram(page)).toContainText('accepted0')
  expect((await column(page, 'Status Code')).every((status) => Number(status) >= 400)).toBe(true)
  await histogram(page).getByRole('button', { name: 'Show all calls' }).click()
  await expect(page).not.toHaveURL(/status=/)
})

test('dragging over bars sets the time', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}`)
  await expect(bars(page)).toBeVisible()
  const box = (await bars(page).boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.5, y)
  await expect(histogram(page).locator('[data-tip]')).toContainText(/:/)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, y, { steps: 4 })
  await expect(histogram(page).locator('[data-chosen]')).toBeVisible()
  await page.mouse.move(box.x + box.width - 2, y)
  await page.mouse.up()
  await page.waitForURL(/[?&]time=\d{4}-/)
  await expect(page.getByRole('button', { name: /^Time between/ })).toBeVisible()
  const [from, to] = new URL(page.url()).searchParams
    .get('time')!
    .split('..')
    .map((text) => Date.parse(text))
  const days = (to! - from!) / 86_400_000
  expect(days).toBeGreaterThan(6.5)
  expect(days).toBeLessThan(7.5)
})

test('the keyboard chooses a stretch, too', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}`)
  await bars(page).focus()
  await page.keyboard.press('End')
  const last = (await bars(page).getAttribute('aria-valuetext'))!
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  expect(await bars(page).getAttribute('aria-valuetext')).not.toBe(last)
  await expect(histogram(page).locator('[data-chosen]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(histogram(page).locator('[data-chosen]')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await page.waitForURL(/[?&]time=\d{4}-/)
  const [from, to] = new URL(page.url()).searchParams
    .get('time')!
    .split('..')
    .map((text) => Date.parse(text))
  // Two bars of four hours, the last one as long as it has been.
  expect((to! - from!) / 3_600_000).toBeLessThanOrEqual(8)
  expect((to! - from!) / 3_600_000).toBeGreaterThan(3.9)
  await settled(page)
  await expect(table(page)).toBeVisible()
})

test.describe('when counting fails', () => {
  test.use({ expectedMessages: [/500/] })
  test('the rows are there, and it can be tried again', async ({ page }) => {
    let fail = true
    await page.route('**/api/tables/sync-logs/histogram?*', (route) =>
      fail
        ? route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: '{"detail":"The database is away."}',
          })
        : route.fallback(),
    )
    await visit(page, `/sync-logs?provider=${okta}`)
    await expect(histogram(page)).toContainText('The database is away.')
    await expect(table(page).locator('tbody tr')).toHaveCount(25)
    fail = false
    await histogram(page).getByRole('button', { name: 'Try again' }).click()
    await expect(bars(page)).toBeVisible()
  })
})

test('rows do not wait for it, and nothing moves when it comes', async ({ page }) => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/tables/sync-logs/histogram?*', async (route) => {
    await held
    await route.fallback()
  })
  await visit(page, `/sync-logs?provider=${okta}`)
  await expect(table(page).locator('tbody tr')).toHaveCount(25)
  const before = (await histogram(page).boundingBox())!.height
  answer()
  await expect(bars(page)).toBeVisible()
  expect((await histogram(page).boundingBox())!.height).toBe(before)
})
