import type { Page } from '@playwright/test'
import { expect, signIn, test } from './test'

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Help' })
// The panel's own, not the one that says "Copied".
const found = (page: Page) =>
  panelOf(page)
    .getByRole('status')
    .filter({ hasText: /found|Searching/ })
const helpIcon = (page: Page) => page.getByRole('button', { name: 'Help', exact: true })

test.use({ viewport: { width: 1440, height: 900 } })

/** Clicks until the panel is there: the page may not listen yet. */
const openPanel = (page: Page) =>
  expect(async () => {
    await helpIcon(page).click()
    await expect(panelOf(page)).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })

async function open(page: Page) {
  await signIn(page, '/providers')
  await openPanel(page)
  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { name: 'Identity providers' })).toBeVisible()
  return panel
}

for (const [path, article] of [
  ['/attributes', 'SCIM Attributes'],
  ['/users', 'SCIM Users'],
  ['/groups', 'SCIM Groups'],
  ['/sync-logs', 'SCIM Sync Logs'],
  ['/providers', 'Identity providers'],
] as const)
  test(`the icon on ${path} opens the article of that page, without leaving it`, async ({ page }) => {
    await signIn(page, path)
    await openPanel(page)
    await expect(panelOf(page).getByRole('heading', { level: 2, name: article })).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${path}(\\?|$)`))
  })

test('back, forward and home go through what was read', async ({ page }) => {
  const panel = await open(page)
  await expect(panel.getByRole('button', { name: 'Back' })).toBeDisabled()
  await panel.getByRole('link', { name: 'Connect Okta' }).first().click()
  await expect(panel.getByRole('heading', { name: 'Connect Okta' })).toBeVisible()
  await panel.getByRole('button', { name: 'All articles' }).click()
  await expect(panel.getByRole('button', { name: /^Leniencies/ })).toBeVisible()
  await panel.getByRole('button', { name: 'Back' }).click()
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByRole('heading', { name: 'Identity providers' })).toBeVisible()
  await panel.getByRole('button', { name: 'Forward' }).click()
  await expect(panel.getByRole('heading', { name: 'Connect Okta' })).toBeVisible()
})

test('the search looks through all articles and leads to the place', async ({ page }) => {
  const panel = await open(page)
  await panel.getByLabel('Search all articles').fill('quarantine')
  await expect(found(page)).toContainText('found for “quarantine”')
  await panel.getByRole('button', { name: /Connect Microsoft Entra ID · What Entra does later/ }).click()
  await expect(panel.getByRole('heading', { name: 'What Entra does later' })).toBeInViewport()
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByLabel('Search all articles')).toHaveValue('quarantine')
  await panel.getByLabel('Search all articles').fill('xyzzyx')
  await expect(found(page)).toContainText('Nothing found')
})

test('it moves and resizes by mouse and by keyboard, and keeps its place until sign-out', async ({ page }) => {
  const panel = await open(page)
  const box = async () => (await panel.boundingBox())!
  const first = await box()
  const title = panel.getByRole('button', { name: /Move the panel/ })
  await title.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await box()).toMatchObject({ x: first.x - 16, y: first.y + 64 })
  await panel.getByRole('button', { name: /Resize the panel/ }).focus()
  await page.keyboard.press('Shift+ArrowUp')
  expect(await box()).toMatchObject({ height: first.height - 64 })

  const grip = (await title.boundingBox())!
  await page.mouse.move(grip.x + 40, grip.y + 10)
  await page.mouse.down()
  await page.mouse.move(grip.x - 260, grip.y + 30, { steps: 5 })
  await page.mouse.up()
  const moved = await box()
  expect(moved).toMatchObject({ x: first.x - 316, y: first.y + 84 })

  await panel.getByRole('button', { name: 'Larger text' }).click()
  await page.reload()
  await openPanel(page)
  expect(await box()).toEqual(moved)

  await panel.getByRole('button', { name: 'Close help' }).click()
  await page.getByRole('button', { name: /account and preferences/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await open(page)
  expect(await box()).toEqual(first)
})

test('without dragging, one button puts it left, over the window and right again', async ({ page }) => {
  const panel = await open(page)
  const box = async () => (await panel.boundingBox())!
  const first = await box()
  await panel.getByRole('button', { name: 'Move to the left' }).click()
  expect(await box()).toEqual({ ...first, x: 24 })
  await panel.getByRole('button', { name: 'Fill the window' }).click()
  expect(await box()).toEqual({ x: 8, y: 8, width: 1424, height: 884 })
  await panel.getByRole('button', { name: 'Move to the right' }).click()
  expect(await box()).toEqual(first)
})

test('what a search found is marked, in the list and in the article', async ({ page }) => {
  const panel = await open(page)
  await panel.getByLabel('Search all articles').fill('provision user')
  await expect(panel.locator('mark').first()).toHaveText(/^provision/i)
  await panel.getByRole('button', { name: /Who is missing\? · Find those that were never tried/ }).click()
  await expect(panel.getByRole('heading', { name: 'Find those that were never tried' })).toBeInViewport()
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('help-found') ?? [])].map(String))
  await expect.poll(marked).toEqual(expect.arrayContaining(['Provision', 'User']))
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect.poll(marked).toEqual([])
})

test('by keyboard alone: opened, searched, read, closed', async ({ page }) => {
  await signIn(page, '/users')
  await expect(async () => {
    await helpIcon(page).focus()
    await page.keyboard.press('Enter')
    await expect(panelOf(page)).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  const panel = panelOf(page)
  const search = panel.getByLabel('Search all articles')
  for (let tabs = 0; tabs < 12 && !(await search.evaluate((field) => field === document.activeElement)); tabs++)
    await page.keyboard.press('Tab')
  await expect(search).toBeFocused()
  await page.keyboard.type('uniqueness')
  await expect(found(page)).toContainText('found for “uniqueness”')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { level: 2, name: '409 uniqueness' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(helpIcon(page)).toBeFocused()
})

test('the text grows and shrinks', async ({ page }) => {
  const panel = await open(page)
  const size = () =>
    panel.getByText('Where you connect').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const before = await size()
  await panel.getByRole('button', { name: 'Larger text' }).click()
  expect(await size()).toBeGreaterThan(before)
  await panel.getByRole('button', { name: 'Smaller text' }).click()
  await panel.getByRole('button', { name: 'Smaller text' }).click()
  expect(await size()).toBeLessThan(before)
})

test('closing by Esc clears the history and gives the focus back', async ({ page }) => {
  const panel = await open(page)
  await panel.getByRole('link', { name: 'Connect Okta' }).first().click()
  await expect(panel.getByRole('heading', { name: 'Connect Okta' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(helpIcon(page)).toBeFocused()
  await helpIcon(page).click()
  await expect(panel.getByRole('heading', { name: 'Identity providers' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Back' })).toBeDisabled()
})

test("an article's link is copied, and opens in a tab of its own", async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const panel = await open(page)
  await panel.getByRole('button', { name: 'Copy link to this article' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/help/providers`)
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    panel.getByRole('button', { name: 'Open in a tab' }).click(),
  ])
  await expect(tab).toHaveURL(/\/help\/providers$/)
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Identity providers')
})

test('it stays open while one moves to another page', async ({ page }) => {
  const panel = await open(page)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Users/ })
    .click()
  await expect(page).toHaveURL(/\/users/)
  await expect(panel.getByRole('heading', { name: 'Identity providers' })).toBeVisible()
})

test('on a narrow screen it is a sheet over the lower part of the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const panel = await open(page)
  const box = (await panel.boundingBox())!
  expect(box).toMatchObject({ x: 0, width: 390 })
  expect(box.y + box.height).toBe(844)
  await expect(panel.getByRole('button', { name: /Resize|Move to/ })).toHaveCount(0)
  await panel.getByLabel('Search all articles').fill('xyzzyx')
  await expect(found(page)).toContainText('Nothing found')
  await expect(panel).toContainText('Try fewer or other words')
  await panel.getByRole('button', { name: 'Show all articles' }).click()
  await expect(panel.getByRole('button', { name: /^Is she provisioned/ })).toBeVisible()
})
