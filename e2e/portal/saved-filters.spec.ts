import type { Page } from '@playwright/test'
import { column, filterOption, nobody, okta, settled, test, total, visit } from './fixtures'
import { expect, signIn, unique } from './test'

const users = `/users?provider=${okta}&rows=25`

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Saved filters' })

async function save(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save filter' })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/saved=/)
  await expect(dialog).toHaveCount(0)
}

const menu = async (page: Page) => {
  await page.getByRole('button', { name: 'Saved filters' }).click()
  return page.getByRole('dialog', { name: 'Saved filters' })
}

test('a filter is saved, changed, put back, renamed and deleted', async ({ page }) => {
  const name = unique('inactive')
  await visit(page, users)
  const all = await total(page)
  await filterOption(page, 'Status', 'Inactive')
  await save(page, name)
  const inactive = await total(page)

  await tabs(page).getByRole('button', { name: 'All users' }).click()
  await expect.poll(() => total(page)).toBe(all)
  const choices = await menu(page)
  await expect(choices.getByRole('heading', { name: 'This session' })).toBeVisible()
  await choices.getByRole('button', { name, exact: true }).click()
  await expect.poll(() => total(page)).toBe(inactive)

  await page.getByRole('columnheader', { name: 'SCIM User Name' }).getByRole('button').click()
  await page.waitForURL(/sort=userName/)
  await expect(page.getByText(', modified')).toBeAttached()
  await page.getByRole('button', { name: 'Discard Changes' }).click()
  await expect(page.getByText(', modified')).toHaveCount(0)
  await page.getByRole('columnheader', { name: 'SCIM User Name' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText(', modified')).toHaveCount(0)
  await settled(page)
  const sorted = await column(page, 'SCIM User Name')
  expect(sorted).toEqual([...sorted].sort())

  await (await menu(page)).getByRole('button', { name: `Rename ${name}` }).click()
  const rename = page.getByRole('dialog', { name: 'Rename filter' })
  await rename.getByRole('textbox').fill(`${name} 2`)
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByText('Filter renamed').first()).toBeVisible()

  await (await menu(page)).getByRole('button', { name: `Share ${name} 2 with all administrators` }).click()
  await expect(page.getByText('is shared with all administrators').first()).toBeVisible()
  await page.reload()
  const shared = await menu(page)
  await expect(shared.getByRole('button', { name: `Stop sharing ${name} 2` })).toHaveAttribute('aria-pressed', 'true')
  await shared.getByRole('button', { name: `Delete ${name} 2` }).click()
  await page
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete filter' })
    .click()
  await expect(tabs(page).getByRole('button', { name: `${name} 2` })).toHaveCount(0)
})

test('a later sign-in finds it among earlier sessions; a name is taken once', async ({ page, browser }) => {
  const name = unique('active')
  await visit(page, `${users}&status=active`)
  await save(page, name)
  await visit(page, `${users}&status=inactive`)
  await page.getByRole('button', { name: 'Save filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save filter' })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('exists on this page')

  const context = await browser.newContext(nobody)
  const later = await context.newPage()
  await signIn(later, users)
  const choices = await menu(later)
  const earlier = choices.locator('section', { has: later.getByRole('heading', { name: 'Earlier sessions' }) })
  await earlier.getByRole('button', { name, exact: true }).click()
  await later.waitForURL(/status=active/)
  await (await menu(later)).getByRole('button', { name: `Delete ${name}` }).click()
  await later
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete filter' })
    .click()
  await expect(later.getByText(`“${name}” deleted`).first()).toBeVisible()
  await context.close()
})
