import {
  column,
  drawer,
  entra,
  filterOption,
  filterText,
  okta,
  openFilter,
  settled,
  table,
  test,
  total,
  view,
  visit,
} from './fixtures'
import { expect } from './test'

const users = `/users?provider=${okta}&rows=25`

test('the columns that an admin needs are there', async ({ page }) => {
  await visit(page, users)
  const titles = (await table(page).getByRole('columnheader').allInnerTexts()).map((text) => text.trim())
  expect(titles).toEqual(
    expect.arrayContaining(['SCIM User Name', 'Status', 'IdP SCIM User ID', 'Internal User ID', 'Last Updated']),
  )
})

test('a user name is found by a part of it, and the filter stands in the address', async ({ page }) => {
  await visit(page, users)
  const [name = ''] = await column(page, 'SCIM User Name')
  const part = name.split('@')[0]?.toUpperCase() ?? ''
  await filterText(page, 'SCIM User Name', part)
  expect(page.url()).toContain('userName=contains')
  expect(await column(page, 'SCIM User Name')).toContain(name)
  const link = page.url()
  await page.goBack()
  await expect.poll(() => total(page)).toBeGreaterThan(100)
  await visit(page, link)
  expect(await column(page, 'SCIM User Name')).toContain(name)
})

test('filters add up: status, group, attribute, time', async ({ page }) => {
  await visit(page, users)
  const all = await total(page)
  await filterOption(page, 'Status', 'Inactive')
  expect(new Set(await column(page, 'Status'))).toEqual(new Set(['Inactive']))
  const inactive = await total(page)
  expect(inactive).toBeLessThan(all)
  await page.getByRole('button', { name: 'Reset' }).click()
  await settled(page)

  await visit(page, `${users}&group=notEmpty`)
  const grouped = await total(page)
  expect((await column(page, 'Groups')).every((count) => Number(count) > 0)).toBe(true)
  await visit(page, `${users}&group=empty`)
  expect(grouped + (await total(page))).toBe(all)

  await visit(page, `${users}&updated=7d`)
  expect(await total(page)).toBe(all)
})

test('any SCIM attribute can be asked for', async ({ page }) => {
  await visit(page, users)
  const department = (await column(page, 'Department')).find((text) => text !== '–' && text !== '') ?? ''
  const editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('department')
  await editor.getByRole('textbox').fill(department.toUpperCase())
  await editor.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/attribute=department/)
  await settled(page)
  expect(new Set(await column(page, 'Department'))).toEqual(new Set([department]))
})

test('headers sort both ways, alone on the sorted column', async ({ page }) => {
  await visit(page, users)
  const header = table(page).getByRole('columnheader', { name: 'SCIM User Name' })
  await header.getByRole('button').click()
  await page.waitForURL(/sort=userName/)
  await settled(page)
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(table(page).locator('[aria-sort]')).toHaveCount(1)
  const up = await column(page, 'SCIM User Name')
  expect(up).toEqual([...up].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  await header.getByRole('button').click()
  await page.waitForURL(/sort=-userName/)
  await settled(page)
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  expect((await column(page, 'SCIM User Name'))[0]).not.toBe(up[0])
})

test('pages follow one another, and back goes back', async ({ page }) => {
  await visit(page, `${users}&sort=id`)
  const first = await column(page, 'Internal User ID')
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.waitForURL(/page=2/)
  await settled(page)
  const second = await column(page, 'Internal User ID')
  expect(second).toHaveLength(25)
  expect(second.some((id) => first.includes(id))).toBe(false)
  await page.goBack()
  await expect.poll(() => column(page, 'Internal User ID')).toEqual(first)
  await visit(page, `${users}&page=9999`)
  await expect(page.getByRole('heading', { name: /past the end/ })).toBeVisible()
})

test('View opens the values, the groups and the resource; rows step; Escape closes and gives the focus back', async ({
  page,
}) => {
  await visit(page, `${users}&status=active&sort=userName`)
  const [first = '', second = ''] = await column(page, 'SCIM User Name')
  await view(page, 1)
  await expect(page).toHaveURL(/open=/)
  await expect(drawer(page)).toContainText(first)
  await expect(drawer(page).getByRole('tab', { name: 'Attribute Values' })).toHaveAttribute('aria-selected', 'true')
  await drawer(page)
    .getByRole('tab', { name: /^Groups/ })
    .click()
  await drawer(page).getByRole('tab', { name: 'Raw JSON' }).click()
  await expect(drawer(page)).toContainText('"schemas"')
  await drawer(page).getByRole('button', { name: 'Next row' }).click()
  await expect(drawer(page)).toContainText(second)
  await page.reload()
  await expect(drawer(page)).toContainText(second)
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/open=/)
})

test('an unknown user, and a stale parameter, are said', async ({ page }) => {
  await visit(page, `${users}&open=nobody&colour=red&sort=colour`)
  await expect(drawer(page)).toContainText('Unknown user')
  await expect(page.getByText('Part of this address was left out')).toBeVisible()
  await expect(page.getByText('colour', { exact: false }).first()).toBeVisible()
})

test('filters that let nothing through are taken off with one click', async ({ page }) => {
  await visit(page, `${users}&userName=is:nobody-of-this-name`)
  await expect(page.getByRole('heading', { name: 'No users match these filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(() => total(page)).toBeGreaterThan(100)
})

test('Refresh reads again and keeps the filters', async ({ page }) => {
  await visit(page, `${users}&status=inactive`)
  const before = await page.locator('time').first().getAttribute('datetime')
  const url = page.url()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect.poll(() => page.locator('time').first().getAttribute('datetime')).not.toBe(before)
  expect(page.url()).toBe(url)
  expect(new Set(await column(page, 'Status'))).toEqual(new Set(['Inactive']))
})

test('one provider or all of them; the choice is remembered', async ({ page }) => {
  await visit(page, users)
  const ofOkta = await total(page)
  await visit(page, `/users?provider=${entra}`)
  const ofEntra = await total(page)
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: /^IdP/ }).click()
  await page.getByRole('menuitemradio', { name: 'All providers' }).click()
  await page.waitForURL(/provider=all/)
  await expect.poll(() => total(page)).toBeGreaterThanOrEqual(ofOkta + ofEntra)
  await visit(page, '/users')
  await expect.poll(() => total(page)).toBeGreaterThanOrEqual(ofOkta + ofEntra)
})

test('what is pasted elsewhere can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, `${users}&status=active`)
  const [name = ''] = await column(page, 'SCIM User Name')
  await table(page).locator('tbody tr').first().hover()
  await page.getByRole('button', { name: 'Copy SCIM User Name' }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(name)
  await page.getByRole('button', { name: 'Copy Internal User ID' }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f-]{36}$/)
})
