import type { Page } from '@playwright/test'
import { column, entra, nobody, okta, openFilter, settled, table, test, total, visit } from './fixtures'
import { expect } from './test'

const users = `/users?provider=${okta}&rows=25`

/** The number beside an option or a value. */
const counted = async (page: Page, title: string, label: string) => {
  const option = page
    .getByRole('dialog', { name: title })
    .locator('label, button, div')
    .filter({ hasText: new RegExp(`^${label}\\s*[\\d,]+$`) })
    .last()
  return Number((await option.innerText()).replace(label, '').replaceAll(',', ''))
}

test('each option says how many rows it would leave', async ({ page }) => {
  await visit(page, users)
  await openFilter(page, 'Status')
  const [active, inactive] = [await counted(page, 'Status', 'Active'), await counted(page, 'Status', 'Inactive')]
  expect(active + inactive).toBe(await total(page))
  await page.getByRole('dialog', { name: 'Status' }).getByText('Inactive').click()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/status=inactive/)
  await settled(page)
  expect(await total(page)).toBe(inactive)
})

test('counts heed the other filters, written as an expression too', async ({ page }) => {
  await visit(page, `${users}&filter=active+eq+false`)
  const inactive = await total(page)
  const answer = await page.request.get(`/api/tables/users/facets?facet=status&provider=${okta}&filter=active+eq+false`)
  expect(await answer.json()).toEqual({
    values: [
      { value: 'active', count: 0 },
      { value: 'inactive', count: inactive },
    ],
  })
  const bad = await page.request.get('/api/tables/users/facets?facet=status&filter=colour+pr')
  expect(bad.status()).toBe(400)
  expect((await page.request.get('/api/tables/users/facets?facet=colour')).status()).toBe(404)
})

test('calls are counted by status', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${entra}&rows=25`)
  await openFilter(page, 'Response Status Code')
  const created = await counted(page, 'Response Status Code', '201 Created')
  await page.getByRole('dialog').getByText('201 Created').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/status=201/)
  await settled(page)
  expect(await total(page)).toBe(created)
})

test('the most frequent values of an attribute are offered', async ({ page }) => {
  await visit(page, users)
  const editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('department')
  const first = editor
    .getByRole('region', { name: /most frequent/ })
    .getByRole('button')
    .first()
  const [, name = '', count = ''] = /^(.*?)\s*([\d,]+)$/s.exec(await first.innerText()) ?? []
  await first.click()
  await editor.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/attribute=department/)
  await settled(page)
  expect(await total(page)).toBe(Number(count.replaceAll(',', '')))
  expect(new Set(await column(page, 'Department'))).toEqual(new Set([name]))
})

test('a value in the table filters by itself, in the form and in an expression', async ({ page }) => {
  await visit(page, users)
  const departments = await column(page, 'Department')
  const at = departments.findIndex((text) => text !== '–' && text !== '')
  const row = table(page).locator(`tbody tr:nth-child(${at + 1})`)
  const byDepartment = row.getByRole('button', { name: 'Filter by this Department' })
  await byDepartment.focus()
  await expect(byDepartment).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await page.waitForURL(/attribute=department/)
  await settled(page)
  expect(new Set(await column(page, 'Department'))).toEqual(new Set([departments[at]]))
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await visit(page, `${users}&filter=active+eq+true+or+active+eq+false`)
  await table(page).locator('tbody tr').first().getByRole('button', { name: 'Filter by this Status' }).click()
  await page.waitForURL(
    (url) => url.searchParams.get('filter')?.startsWith('(active eq true or active eq false) and ') === true,
  )
})

test.describe('without a session', () => {
  test.use(nobody)
  test('neither counts nor forms are answered', async ({ request }) => {
    expect((await request.get('/api/tables/users/facets?facet=status')).status()).toBe(401)
    expect((await request.get('/api/tables/users/form?filter=active+pr')).status()).toBe(401)
  })
})
