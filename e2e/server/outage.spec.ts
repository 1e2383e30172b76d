import type { Locator, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { cableTo } from './cable'
import { at, newDatabase, run, secret, server } from './database'
import { endAll, scim, startReady } from './product'

test.afterAll(endAll)

const admin = { ADMIN_EMAIL: 'ann@contoso.example', ADMIN_PASSWORD: 'correct-horse-battery' }

async function signIn(page: Page, base: string) {
  await page.goto(`${base}/sign-in?return=%2Fusers%3Fprovider%3Dtest`)
  await page.getByLabel('E-mail').fill(admin.ADMIN_EMAIL)
  await page.getByLabel('Password').fill(admin.ADMIN_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/users/)
}

/** A product on a database of its own behind a cable, with one person, open at SCIM Users. */
async function open(page: Page) {
  const cable = await cableTo(Number(new URL(server).port))
  const name = `/${await newDatabase()}`
  const product = await startReady({ ...secret, ...admin, DATABASE_URL: at(name, String(cable.port)) })
  const person = await scim(product.base, '/Users', {
    method: 'POST',
    body: JSON.stringify({ userName: 'ann@contoso.example' }),
  })
  expect(person.status).toBe(201)
  await signIn(page, product.base)
  const row = page.getByRole('row', { name: 'ann@contoso.example' })
  await expect(row).toBeVisible()
  return { cable, product, row, url: at(name), id: ((await person.json()) as { id: string }).id }
}

/** Says what happened and what to do, with an id for the log, and nothing that looks like an empty table. */
async function saysAway(page: Page, title: string, id: RegExp) {
  await expect(page.getByRole('alert').filter({ hasText: title })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: title })).toContainText(id)
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByText(/No users|No one yet|0 users/)).toHaveCount(0)
}

/** The database needs a moment to be reached again; until then the page says once more that it is away. */
async function tryAgainUntil(page: Page, shown: Locator) {
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if (await again.isEnabled({ timeout: 100 }).catch(() => false)) await again.click()
    await expect(shown).toBeVisible({ timeout: 3000 })
  }).toPass()
}

test('while the database is away the portal says so, and comes back with it', async ({ page }) => {
  const { cable, product, row, id } = await open(page)
  await cable.unplug()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('ann')
  await expect(page.getByText('Users and groups could not be searched')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await saysAway(page, 'This page could not be read', /Error id \d+/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await saysAway(page, 'This page could not be read', /Error id \d+/)
  await cable.plug()
  await tryAgainUntil(page, row)

  // What is read beside the page.
  await page.goto(`${product.base}/users?provider=test&open=${id}`)
  await expect(page.getByRole('tab', { name: 'History' })).toBeVisible()
  await cable.unplug()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText(/The database did not answer.*Request id [0-9a-f-]{36}/)).toBeVisible()
  await cable.plug()
  await tryAgainUntil(page, page.getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem'))

  await page.context().clearCookies()
  await page.goto(`${product.base}/sign-in`)
  await cable.unplug()
  await page.getByLabel('E-mail').fill(admin.ADMIN_EMAIL)
  await page.getByLabel('Password').fill(admin.ADMIN_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The server could not check it just now')).toBeVisible()
})

test('a table that can’t be read is no empty one, and the page around it stays', async ({ page }) => {
  const { row, url } = await open(page)
  await run(url, 'alter table users rename column department to elsewhere')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await saysAway(page, 'The users could not be read', /Request id [0-9a-f-]{36}/)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await run(url, 'alter table users rename column elsewhere to department')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(row).toBeVisible()
})
