import type { APIRequestContext, BrowserContext, Locator, Page } from '@playwright/test'
import { expect, signIn, test as base, unique } from './test'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** Tests of the signed-in portal. A worker signs in once: the form has tests of its own. */
export const test = base.extend<object, { session: Session }>({
  session: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({ baseURL: project.use.baseURL })
      await signIn(await context.newPage(), '/providers')
      const session = await context.storageState()
      await context.close()
      await use(session)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  storageState: async ({ session }, use) => use(session),
})

/** A browser that nobody is signed in with. */
export const nobody = { storageState: { cookies: [], origins: [] } }

/** Opens a page and waits until it answers clicks. */
export async function visit(page: Page, path: string) {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => {
    const button = document.querySelector('main button')
    return button === null || Object.keys(button).some((key) => key.startsWith('__reactProps'))
  })
}

/** The demo's providers, which the server under test was filled with. */
export const okta = 'contoso-okta'
export const entra = 'fabrikam-entra'

/** A provider of one's own, made in the portal, and a way to push to it over SCIM. */
export async function ownProvider(page: Page, request: APIRequestContext) {
  const slug = unique('okta')
  await visit(page, '/providers')
  await page.getByRole('button', { name: 'Add provider' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an identity provider' })
  await dialog.getByLabel('Name').fill(slug)
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await page.waitForURL(`**/providers/${slug}`)
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click()
  const token = await page.getByLabel('New token').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  const push = async (method: string, path: string, data?: object) => {
    const answer = await request.fetch(`/scim/${slug}/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      ...(data && { data }),
    })
    return { status: answer.status(), body: (await answer.json().catch(() => ({}))) as { id: string } }
  }
  return { slug, push }
}

export const table = (page: Page) => page.getByRole('region', { name: /, table$/ }).getByRole('table')

/** The texts of a column's cells on the page that is shown. */
export async function column(page: Page, title: string): Promise<string[]> {
  await expect(table(page).getByRole('columnheader').first()).toBeVisible()
  const titles = await table(page).getByRole('columnheader').allInnerTexts()
  const at = titles.findIndex((text) => text.trim() === title)
  expect(at, `a column ${title} among ${titles.join(', ')}`).toBeGreaterThanOrEqual(0)
  return (
    await table(page)
      .locator(`tbody tr > td:nth-child(${at + 1})`)
      .allInnerTexts()
  ).map((text) => text.trim())
}

/** How many there are in all, as the footer says it. */
export async function total(page: Page): Promise<number> {
  const text = await page.locator('footer').first().innerText()
  const [, count = ''] = /([\d,]+) (?:attributes?|users?|groups?|calls?)/.exec(text) ?? []
  return Number(count.replaceAll(',', ''))
}

const chip = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: new RegExp(`^${title}\\b`) })

/** Opens a filter's editor: its chip, or what "Add filter" offers. */
export async function openFilter(page: Page, title: string): Promise<Locator> {
  const pinned = chip(page, title)
  if (await pinned.count()) await pinned.first().click()
  else {
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByRole('menuitem', { name: title }).click()
  }
  const editor = page.getByRole('dialog', { name: title })
  await expect(editor).toBeVisible()
  return editor
}

export async function filterText(page: Page, title: string, text: string, operator?: string) {
  const editor = await openFilter(page, title)
  if (operator) await editor.getByLabel(`${title}: operator`).selectOption({ label: operator })
  await editor.getByLabel(title, { exact: true }).fill(text)
  await apply(page, editor)
}

export async function filterOption(page: Page, title: string, ...labels: string[]) {
  const editor = await openFilter(page, title)
  for (const label of labels) await editor.getByText(label, { exact: true }).click()
  await apply(page, editor)
}

async function apply(page: Page, editor: Locator) {
  const before = page.url()
  await editor.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL((url) => url.href !== before)
  await settled(page)
}

/** The table is at rest: nothing loads. */
export async function settled(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

export const drawer = (page: Page) => page.getByRole('dialog').filter({ has: page.getByRole('tablist') })

/** Opens a row's drawer by its View link. */
export async function view(page: Page, row: number) {
  const link = table(page).locator(`tbody tr:nth-child(${row})`).getByRole('link', { name: /^View/ })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toBeVisible()
}
