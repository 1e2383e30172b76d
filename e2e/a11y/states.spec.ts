import type { Page } from '@playwright/test'
import { drawer, nobody, okta, settled, table, test, view, visit } from '../portal/fixtures'
import { admin, expect, fillSignIn, signIn } from '../portal/test'

const users = `/users?provider=${okta}&rows=10&userName=startsWith%3Alukas`

test.describe('a session that ended while the page was open', () => {
  test.use({ ...nobody, expectedMessages: [/401/] })
  const actions: [string, (page: Page) => Promise<unknown>][] = [
    ['refresh', (page) => page.getByRole('button', { name: 'Refresh' }).click()],
    ['sort', (page) => table(page).getByRole('columnheader').first().getByRole('button').first().click()],
    ['history', (page) => drawer(page).getByRole('tab', { name: 'History' }).click()],
    [
      'export',
      async (page) => {
        await page.getByRole('button', { name: 'Export' }).click()
        await page.getByRole('menuitem').first().click()
      },
    ],
    [
      'search',
      async (page) => {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox', { name: 'Page, user or group' }).fill('an')
      },
    ],
    ['filters', (page) => page.getByRole('button', { name: 'Hide Filters' }).click()],
  ]
  for (const [name, act] of actions)
    test(`${name} leads to sign-in and back to the same view`, async ({ page, context }) => {
      await signIn(page, users)
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (name === 'history') await view(page, 1)
      const before = new URL(page.url())
      await context.clearCookies({ name: /session-token/ })
      await act(page)
      await page.waitForURL(/\/sign-in/)
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
      await fillSignIn(page, admin)
      await page.waitForURL(/\/users\?/)
      await settled(page)
      const { searchParams } = new URL(page.url())
      for (const kept of ['provider', 'userName', 'open'])
        expect(searchParams.get(kept), kept).toBe(before.searchParams.get(kept))
      await expect(table(page)).toBeVisible()
    })
})

const gone = '00000000-0000-7000-8000-000000000000'
const stale: [string, string, string | RegExp][] = [
  ['a user who never was', `${users}&open=${gone}`, 'No user has this id'],
  ['a call that never was', `/sync-logs?provider=${okta}&open=${gone}`, 'No call has this id'],
  ['an unknown parameter', `${users}&colour=red`, /Part of this address was left out.*colour/],
  ['an unknown provider', '/users?provider=nowhere', /Part of this address was left out.*nowhere/],
  ['a saved filter that is gone', `${users}&saved=${gone}`, new RegExp(`Part of this address was left out.*${gone}`)],
  ['a page past the end', `${users}&page=90`, 'Page 90 is past the end'],
  ['nothing that matches', `/users?provider=${okta}&userName=is:nobody`, 'No users match these filters'],
  ['a bad expression', `/users?provider=${okta}&filter=userName`, 'Nothing was searched'],
  ['a provider’s page that never was', '/providers/nowhere', /no .*provider/i],
  ['an article that never was', '/help/nowhere', /no .*article/i],
]
test.describe('a stale link', () => {
  test.use({ expectedMessages: [/404/] })
  for (const [name, path, says] of stale)
    test(`to ${name} says so`, async ({ page }) => {
      await page.goto(path)
      await expect(page.locator('body')).toContainText(says)
    })
})

test('while a view is on its way the rows stay, and the page says that it loads', async ({ page }) => {
  await visit(page, users)
  const names = await table(page).locator('tbody').innerText()
  let go!: () => void
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/users?**', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached()
  expect(await table(page).locator('tbody').innerText()).toBe(names)
  go()
  await expect(page.getByRole('status').filter({ hasText: /^\d+ users$/ })).toBeAttached()
})
