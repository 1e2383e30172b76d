import type { Page } from '@playwright/test'
import { column, drawer, ownProvider, test, view, visit } from './fixtures'
import { expect, unique } from './test'

const step = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 })
/** What says whether a call has come. */
const notice = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /first call|A call came/ })

/** A provider that nobody has made a token for. */
async function tokenless(page: Page): Promise<string> {
  const slug = unique('ping')
  await visit(page, '/providers')
  await page.getByRole('button', { name: 'Add provider' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an identity provider' })
  await dialog.getByLabel('Name').fill(slug)
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await page.waitForURL(`**/providers/${slug}`)
  return slug
}

test('before the first call there are three steps, and the first person appears by itself', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const { slug, push } = await ownProvider(page, request)
  await visit(page, `/users?provider=${slug}`)
  await expect(page.getByRole('heading', { name: `No one yet: ${slug} has not called` })).toBeVisible()
  await expect(step(page)).toHaveText([
    /^1?Copy the endpoint$/,
    /^Give it a token \(done\)$/,
    /^Assign people in Okta$/,
  ])
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Copy SCIM Service Provider Endpoint/ }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/scim/${slug}/v2`)
  await expect(notice(page)).toContainText('Waiting for the first call')

  await push('POST', '/Users', { userName: 'ann@contoso.example', externalId: '00u1', displayName: 'Ann Abara' })
  await expect(page.getByRole('table')).toBeVisible({ timeout: 20_000 })
  expect(await column(page, 'SCIM User Name')).toEqual(['ann@contoso.example'])
  expect(await column(page, 'IdP SCIM User ID')).toEqual(['00u1'])
})

test('the notice turns green with the first answered lookup, and the words are those of another client', async ({
  page,
  request,
}) => {
  const { slug, push } = await ownProvider(page, request)
  await visit(page, `/groups?provider=${slug}`)
  await expect(notice(page)).toContainText('Waiting for the first call')
  await page.getByText('Microsoft Entra ID', { exact: true }).click()
  await expect(page.getByText('Tenant URL', { exact: true })).toBeVisible()
  await expect(page.getByText('Start provisioning')).toBeVisible()
  expect((await push('GET', '/Users?count=1')).status).toBe(200)
  await expect(notice(page)).toContainText('The first call has come')
  await expect(page.getByRole('heading', { name: `No one yet from ${slug}` })).toBeVisible()
  await expect(step(page).first()).toContainText('(done)')
})

test('a refused first call turns it amber, says why, and leads to the article and to the call', async ({
  page,
  request,
}) => {
  const { slug, push } = await ownProvider(page, request)
  await visit(page, `/users?provider=${slug}`)
  await expect(notice(page)).toContainText('Waiting for the first call')
  await push('POST', '/Users', { displayName: 'No Name' })
  await expect(notice(page)).toContainText('A call came, and was refused with 400 invalidValue')
  await expect(notice(page)).toContainText('A user needs a userName')
  await notice(page).getByRole('link', { name: 'About 400 invalidValue' }).click()
  await expect(
    page.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: '400 invalidValue' }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await notice(page).getByRole('link', { name: 'Open the call' }).click()
  await page.waitForURL(/sync-logs/)
  await expect(drawer(page)).toContainText('Refused: value not allowed')
})

test('a token that nobody has is told, though it leaves no row', async ({ page, request }) => {
  const { slug } = await ownProvider(page, request)
  await visit(page, `/sync-logs?provider=${slug}`)
  await expect(notice(page)).toContainText('Waiting for the first call')
  await request.get(`/scim/${slug}/v2/Users`, { headers: { authorization: 'Bearer not-the-token' } })
  await expect(notice(page)).toContainText('A call came with a token that this provider does not have')
  await expect(notice(page).getByRole('link', { name: 'About 401' })).toHaveAttribute('href', '/help/error-401')
})

test('a token can be made in place, and where OAuth clients work none is asked for', async ({ page }) => {
  const slug = await tokenless(page)
  await visit(page, `/users?provider=${slug}`)
  await expect(page.getByText('None yet')).toBeVisible()
  await expect(step(page).nth(1)).toHaveText('Give it a token')
  await visit(page, `/providers/${slug}`)
  await page.getByRole('button', { name: 'Add client' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Reports')
  await dialog.getByRole('button', { name: 'Add client' }).click()
  await expect(page.getByText('Shown this once').first()).toBeVisible()
  await visit(page, `/users?provider=${slug}`)
  await expect(page.getByText('Not needed: an OAuth client fetches access tokens.')).toBeVisible()
  await expect(step(page).nth(1)).toContainText('(done)')
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click()
  const token = await page.getByLabel('New token').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(token.slice(-4), { exact: false }).first()).toBeVisible()
})

test('while the page is hidden nobody asks', async ({ page, request }) => {
  const { slug } = await ownProvider(page, request)
  let asked = 0
  await page.route('**/first-call', (route) => {
    asked++
    return route.continue()
  })
  await visit(page, `/users?provider=${slug}`)
  await expect.poll(() => asked).toBeGreaterThan(0)
  const hide = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await hide(true)
  // One that was asked for already may still come back.
  await page.waitForLoadState('networkidle')
  const before = asked
  await page.clock.install()
  await page.clock.runFor(20_000)
  expect(asked).toBe(before)
  await hide(false)
  await expect.poll(() => asked).toBeGreaterThan(before)
})

test('a provider that has called, but pushed no group, is not told to call', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await visit(page, `/groups?provider=${slug}`)
  await expect(page.getByRole('heading', { name: `No groups yet from ${slug}` })).toBeVisible()
  await page.getByRole('link', { name: `Sync Logs of ${slug}` }).click()
  await page.waitForURL(/sync-logs/)
  await expect.poll(() => column(page, 'Action')).toEqual(['Created'])
})

test('a user who was deleted leaves when and by which call', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const { body } = await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await push('DELETE', `/Users/${body.id}`)
  await visit(page, `/sync-logs?provider=${slug}`)
  await view(page, 1)
  await drawer(page).getByRole('link', { name: body.id }).click()
  await page.waitForURL(/\/users\?/)
  await expect(drawer(page)).toContainText('This user was deleted.')
  await expect(drawer(page)).toContainText('ann@contoso.example')
})
