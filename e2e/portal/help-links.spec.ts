import type { Page } from '@playwright/test'
import { drawer, entra, okta, ownProvider, table, test, view, visit } from './fixtures'
import { expect } from './test'

test.use({ viewport: { width: 1440, height: 900 } })

const panel = (page: Page) => page.getByRole('dialog', { name: 'Help', exact: true })
const article = (page: Page, name: string | RegExp) => panel(page).getByRole('heading', { level: 2, name }).first()

test('a refused row leads to the article of its error, by keyboard too, and a right one nowhere', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${entra}&status=409`)
  const link = table(page).locator('tbody tr').first().getByRole('link', { name: 'Help: 409 uniqueness' })
  await expect(link).toHaveAttribute('href', '/help/error-uniqueness')
  await link.focus()
  await expect(link).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect(article(page, '409 uniqueness')).toBeVisible()
  await expect(drawer(page)).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(link).toBeFocused()
  await visit(page, `/sync-logs?provider=${entra}&status=201`)
  await expect(table(page).locator('tbody').getByRole('link', { name: /^View/ }).first()).toBeAttached()
  await expect(table(page).locator('tbody').getByRole('link', { name: /^Help/ })).toHaveCount(0)
})

test('the details of a refusal lead to its article, and each note to its section', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: '' })
  await visit(page, `/sync-logs?provider=${slug}`)
  await view(page, 1)
  await drawer(page).getByRole('link', { name: 'About 400 invalidValue' }).click()
  await expect(article(page, '400 invalidValue')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Close help' }).click()
  await push('POST', '/Users', { userName: 'ann@contoso.example', active: 'True', employeeNumber: '7' })
  await visit(page, `/sync-logs?provider=${slug}&status=201`)
  await view(page, 1)
  await drawer(page)
    .getByRole('tab', { name: /^Notes/ })
    .click()
  await drawer(page)
    .getByRole('listitem')
    .filter({ hasText: 'read as true' })
    .getByRole('link', { name: 'About this' })
    .click()
  await expect(article(page, 'Leniencies')).toBeAttached()
  await expect(panel(page).getByRole('heading', { name: 'Words and values' })).toBeInViewport()
})

for (const [path, title, words] of [
  [`/users?provider=${okta}`, 'IdP SCIM User ID', 'externalId'],
  [`/sync-logs?provider=${okta}`, 'Response Duration', 'in milliseconds'],
  [`/attributes?provider=${okta}`, 'Unique Attribute', 'can’t share'],
] as const)
  test(`the header of ${title} leads to what is said about it`, async ({ page }) => {
    await visit(page, path)
    const head = table(page).getByRole('columnheader', { name: title, exact: true })
    const help = head.getByRole('link', { name: `Help: ${title}` })
    await help.focus()
    await expect(help).toHaveCSS('opacity', '1')
    await page.keyboard.press('Enter')
    const item = panel(page)
      .getByRole('listitem')
      .filter({ has: page.getByText(title, { exact: true }) })
      .filter({ hasText: words.replace('’', "'") })
    await expect(item).toBeInViewport()
    await expect(item.getByText(title, { exact: true })).toHaveAttribute('data-here', '')
    await page.keyboard.press('Escape')
    await expect(help).toBeFocused()
  })

test('an attribute leads to what is said about it', async ({ page }) => {
  await visit(page, `/attributes?provider=${okta}`)
  await table(page).getByRole('link', { name: 'Help: Username' }).click()
  await expect(article(page, 'SCIM Attributes')).toBeAttached()
  await expect(panel(page).getByRole('cell', { name: 'Username', exact: true })).toBeInViewport()
})

test('the expression mode leads to how expressions are written', async ({ page }) => {
  await visit(page, `/groups?provider=${okta}`)
  await page.getByRole('button', { name: 'Expression', exact: true }).click()
  await page.getByRole('button', { name: 'Help: expressions' }).click()
  await expect(panel(page).getByRole('heading', { name: 'Filter with an expression' })).toBeInViewport()
})

test('a link with a section opens in a tab at that section', async ({ page }) => {
  await visit(page, '/help/users#status')
  await expect(page.getByText('Status', { exact: true })).toBeInViewport()
  await expect(page.locator('#status')).toHaveText('Status')
})
