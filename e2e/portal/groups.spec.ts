import { column, drawer, filterText, nobody, okta, settled, table, test, total, view, visit } from './fixtures'
import { expect, signIn } from './test'

const groups = `/groups?provider=${okta}&rows=25`

test('groups show their totals, active users among them', async ({ page }) => {
  await visit(page, `${groups}&sort=name`)
  const all = (await column(page, 'Total Users in this Group')).map(Number)
  const active = (await column(page, 'Active Users in this Group')).map(Number)
  expect(all.some((count) => count > 0)).toBe(true)
  expect(active.every((count, at) => count <= (all[at] ?? 0))).toBe(true)
})

test('groups by their name, and the groups of one user', async ({ page }) => {
  await visit(page, groups)
  const [name = ''] = await column(page, 'SCIM Group Name')
  await filterText(page, 'SCIM Group Name', name, 'is')
  expect(await column(page, 'SCIM Group Name')).toEqual([name])
  await view(page, 1)
  const member = drawer(page).getByRole('link').first()
  if ((await member.count()) === 0) return
  const userName = (await member.innerText()).split(/\s/)[0] ?? ''
  await page.keyboard.press('Escape')
  await visit(page, `${groups}&userName=${encodeURIComponent(`is:${userName}`)}`)
  expect(await column(page, 'SCIM Group Name')).toContain(name)
})

test('View lists the members, found by name, each leading to the user', async ({ page }) => {
  await visit(page, groups)
  const sizes = (await column(page, 'Total Users in this Group')).map(Number)
  await view(page, sizes.findIndex((count) => count > 1) + 1)
  const members = drawer(page).getByRole('region', { name: 'Members' })
  const link = members.getByRole('link').first()
  await expect(link).toBeVisible()
  const name = (await link.innerText()).split('\n')[0] ?? ''
  await members.getByLabel('Find a member by name').fill(name.slice(0, 8))
  await expect(members.getByRole('link').first()).toContainText(name.slice(0, 8))
  await members.getByLabel('Find a member by name').fill('nobody of this name')
  await expect(members.getByText('No member has such a name.')).toBeVisible()
  await members.getByLabel('Find a member by name').fill('')
  await link.click()
  await page.waitForURL(/\/users\?.*open=/)
  await expect(drawer(page)).toContainText(name)
})

test.describe('columns', () => {
  test.describe.configure({ mode: 'serial' })

  test('are hidden, moved, kept for the admin, and put back', async ({ page, browser }) => {
    await visit(page, groups)
    await page.getByRole('button', { name: 'Columns' }).click()
    const chooser = page.getByRole('dialog', { name: 'Columns' })
    await expect(chooser.getByRole('checkbox', { name: 'SCIM Group Name' })).toBeDisabled()
    await chooser.getByText('IdP SCIM Group ID', { exact: true }).click()
    await chooser.getByRole('button', { name: 'Last Updated: up' }).click()
    const header = (name: string) => table(page).getByRole('columnheader', { name })
    await expect(header('IdP SCIM Group ID')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await settled(page)
    await page.waitForLoadState('networkidle')
    const titles = await table(page).getByRole('columnheader').allInnerTexts()

    // Another browser of the same admin.
    const context = await browser.newContext(nobody)
    const elsewhere = await context.newPage()
    await signIn(elsewhere, groups)
    expect(await table(elsewhere).getByRole('columnheader').allInnerTexts()).toEqual(titles)
    await context.close()

    await page.getByRole('button', { name: 'Columns' }).click()
    await chooser.getByRole('button', { name: 'Reset' }).click()
    await expect(header('IdP SCIM Group ID')).toHaveCount(1)
    await page.waitForLoadState('networkidle')
  })

  test('the filter bar folds away and stays so, saying how many filters hold', async ({ page }) => {
    await visit(page, `${groups}&name=contains:a`)
    const bar = page.getByRole('region', { name: 'Filters' })
    await page.getByRole('button', { name: 'Hide Filters' }).click()
    await expect(bar).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    await page.reload()
    await page.getByRole('button', { name: 'Show Filters (1)' }).click()
    await expect(bar).toBeVisible()
    expect(await total(page)).toBeGreaterThan(0)
    await page.waitForLoadState('networkidle')
  })
})
