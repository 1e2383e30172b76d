import type { Page } from '@playwright/test'
import { column, filterText, okta, settled, test, total, visit } from './fixtures'
import { expect, unique } from './test'

const users = `/users?provider=${okta}&rows=25`
const logs = `/sync-logs?provider=${okta}&rows=25`

const field = (page: Page) => page.getByRole('combobox', { name: 'Expression' })
const offers = (page: Page) => page.getByRole('listbox')
const bar = (page: Page) => page.getByRole('region', { name: 'Filters' })
const choose = (page: Page, mode: 'Filters' | 'Expression') =>
  bar(page).getByRole('group', { name: 'Filter with' }).getByRole('button', { name: mode }).click()

async function write(page: Page, expression: string) {
  await field(page).fill(expression)
  await field(page).press('Escape')
  await field(page).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('filter') === expression)
  await settled(page)
}

test('the form says what it stands for, and each turns into the other', async ({ page }) => {
  await visit(page, users)
  const all = await total(page)
  await filterText(page, 'SCIM User Name', 'a', 'starts with')
  const found = await total(page)
  expect(found).toBeLessThan(all)
  await expect(bar(page).getByText('userName sw "a"')).toBeVisible()

  await choose(page, 'Expression')
  await expect(field(page)).toHaveValue('userName sw "a"')
  await expect(bar(page).getByRole('button', { name: 'Apply' })).toBeDisabled()
  await write(page, 'userName sw "a" and active eq false')
  expect(new Set(await column(page, 'Status'))).toEqual(new Set(['Inactive']))
  await page.reload()
  await expect(field(page)).toHaveValue('userName sw "a" and active eq false')

  await choose(page, 'Filters')
  await page.waitForURL(/userName=startsWith/)
  await expect(bar(page).getByRole('button', { name: /^Status is Inactive/ })).toBeVisible()
  expect(new URL(page.url()).searchParams.has('filter')).toBe(false)
  await page.goBack()
  await expect(field(page)).toHaveValue('userName sw "a" and active eq false')
})

test('what the form has no fields for stays an expression', async ({ page }) => {
  await visit(page, users)
  await choose(page, 'Expression')
  await write(page, 'userName sw "a" or userName sw "b"')
  const names = await column(page, 'SCIM User Name')
  expect(names.length).toBeGreaterThan(0)
  expect(names.every((name) => /^[ab]/i.test(name))).toBe(true)
  await choose(page, 'Filters')
  await expect(bar(page).getByRole('alert')).toContainText('no fields')
  await expect(field(page)).toHaveValue('userName sw "a" or userName sw "b"')
  await bar(page).getByRole('button', { name: 'Reset' }).click()
  await expect(field(page)).toHaveValue('')
  await expect(page).not.toHaveURL(/filter=/)
})

test('a bad expression points at its place, and leaves no rows behind', async ({ page }) => {
  await visit(page, users)
  await choose(page, 'Expression')
  await write(page, 'userName pr and colour eq "red"')
  await expect(page.getByRole('heading', { name: 'Nothing was searched' })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  const alert = bar(page).getByRole('alert')
  await expect(alert).toContainText('colour')
  await expect(field(page)).toHaveValue('userName pr and colour eq "red"')
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page)).toHaveAccessibleDescription(/colour/)
  // The mark stands under the first letter of the word.
  const mark = await alert.evaluate((element) => {
    const [line, under] = element.querySelectorAll('p')
    const word = line?.querySelector('span')?.getBoundingClientRect().left ?? NaN
    const range = document.createRange()
    range.selectNodeContents(under!.lastChild!)
    return Math.abs(range.getBoundingClientRect().left - word)
  })
  expect(mark).toBeLessThan(2)
  expect(await field(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(16)
  await write(page, 'userName pr')
  await expect(alert).toHaveCount(0)
  await expect(page.getByRole('table')).toBeVisible()
})

test('attributes, operators and values are completed by the keyboard alone', async ({ page }) => {
  await visit(page, users)
  await choose(page, 'Expression')
  await field(page).pressSequentially('ACTI')
  await expect(offers(page).getByRole('option', { name: /^active/ })).toHaveAttribute('aria-selected', 'true')
  await field(page).press('Tab')
  await expect(field(page)).toHaveValue('active ')
  await expect(offers(page).getByRole('option')).toHaveCount(3)
  await field(page).press('ArrowDown')
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('active eq ')
  await field(page).pressSequentially('f')
  await field(page).press('Enter')
  await expect(field(page)).toHaveValue('active eq false ')
  await expect(offers(page)).toBeVisible()
  await field(page).press('Escape')
  await expect(offers(page)).toHaveCount(0)
  await field(page).press('Enter')
  await page.waitForURL(/filter=active/)
  await settled(page)
  expect(new Set(await column(page, 'Status'))).toEqual(new Set(['Inactive']))

  await bar(page).getByRole('button', { name: 'Clear' }).click()
  await field(page).pressSequentially('title ')
  await offers(page).getByRole('option', { name: /^sw/ }).click()
  await expect(field(page)).toHaveValue('title sw ""')
  await field(page).pressSequentially('x')
  await expect(field(page)).toHaveValue('title sw "x"')
})

test('logs have attributes of their own, and keep their time beside the expression', async ({ page }) => {
  await visit(page, logs)
  await choose(page, 'Expression')
  await write(page, 'method eq "PATCH" and entity.type eq "Group"')
  const requests = await column(page, 'Request')
  expect(requests.length).toBeGreaterThan(0)
  expect(requests.every((text) => text.startsWith('PATCH') && text.includes('/Groups'))).toBe(true)
  await expect(bar(page).getByRole('button', { name: /^Time in the last/ })).toBeVisible()
  await write(page, 'colour eq "red"')
  await expect(bar(page).getByRole('alert')).toContainText('There are: requestTime, method')
  await expect(page.getByRole('region', { name: 'Histogram' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await expect(page.getByRole('button', { name: /method eq "PATCH" and entity.type eq "Group"/ })).toBeVisible()
})

test('groups take an expression, and a saved filter keeps it', async ({ page }) => {
  const name = unique('expression')
  await visit(page, `/groups?provider=${okta}&rows=25`)
  await choose(page, 'Expression')
  await write(page, 'displayName co "a" and members pr')
  const found = await total(page)
  await page.getByRole('button', { name: 'Save filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save filter' })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/saved=/)
  const saved = page.getByRole('navigation', { name: 'Saved filters' })
  await saved.getByRole('button', { name: 'All groups' }).click()
  await expect(page).not.toHaveURL(/filter=/)
  await saved.getByRole('button', { name }).click()
  await expect(field(page)).toHaveValue('displayName co "a" and members pr')
  await expect.poll(() => total(page)).toBe(found)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await page
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete filter' })
    .click()
  await expect(page.getByText(`“${name}” deleted`).first()).toBeVisible()
})

test('an expression that finds nothing is an answer, cleared with one click', async ({ page }) => {
  await visit(page, `${users}&filter=userName+eq+"nobody"`)
  await expect(page.getByRole('heading', { name: 'No users match this expression' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(() => total(page)).toBeGreaterThan(100)
})
