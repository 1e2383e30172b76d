import { column, okta, table, test, visit } from './fixtures'
import { expect } from './test'

const users = `/users?provider=${okta}&rows=10`

test('a time shows its other forms, each to be copied, while the pointer rests on it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, users)
  const time = table(page).locator('tbody time').first()
  const moment = new Date((await time.getAttribute('datetime')) ?? '')
  await time.hover()
  const card = page.getByRole('dialog', { name: 'Time' })
  await expect(card).toContainText('Europe/Berlin')
  for (const [name, text] of [
    ['UTC', moment.toISOString()],
    ['Epoch', String(moment.getTime())],
  ] as const) {
    await card.getByRole('button', { name: `Copy the time as ${name}` }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  }
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(card).toHaveCount(0)

  await visit(page, `/sync-logs?provider=${okta}&rows=10`)
  await table(page).getByRole('link', { name: /^View/ }).first().click()
  const drawer = page.locator('[data-drawer]')
  await drawer.locator('time').first().hover()
  await card.getByRole('button', { name: 'Copy the time as UTC' }).click()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(drawer).toBeVisible()
})

test('all times are in UTC once that is chosen, also after a reload', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${okta}&rows=10`)
  const hour = async () => Number(/ (\d\d):/.exec((await column(page, 'Request Time'))[0] ?? '')?.[1])
  const local = await hour()
  await page.getByRole('button', { name: /account and preferences/ }).click()
  await page.getByRole('menuitemradio', { name: 'UTC' }).click()
  await expect.poll(async () => ((await hour()) - local + 24) % 24).toBeGreaterThanOrEqual(22)
  const utc = await hour()
  await page.reload()
  expect(await hour()).toBe(utc)
})
