import { column, drawer, filterText, okta, test, view, visit } from './fixtures'
import { expect } from './test'

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
