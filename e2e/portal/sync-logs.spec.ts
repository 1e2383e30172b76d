import {
  column,
  drawer,
  entra,
  filterOption,
  okta,
  openFilter,
  ownProvider,
  settled,
  table,
  test,
  view,
  visit,
} from './fixtures'
import { expect } from './test'

const calls = `/sync-logs?provider=${okta}&rows=10`

test('calls, newest first, of the last two weeks', async ({ page }) => {
  await visit(page, calls)
  const titles = (await table(page).getByRole('columnheader').allInnerTexts()).map((text) => text.trim())
  expect(titles).toEqual(
    expect.arrayContaining([
      'Request Time',
      'Request',
      'Entity',
      'Entity Name',
      'IdP SCIM Entity ID',
      'Response Duration',
      'Status Code',
    ]),
  )
  await expect(page.getByRole('button', { name: /^Time in the last 2 weeks/ })).toBeVisible()
  const times = await table(page)
    .locator('tbody td:first-child time')
    .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''))
  expect(times).toHaveLength(10)
  expect(times).toEqual([...times].sort().reverse())
})

test('older calls, and newer again', async ({ page }) => {
  await visit(page, calls)
  const ids = () =>
    table(page)
      .locator('tbody tr a')
      .evaluateAll((all) => all.map(({ id }) => id))
  const first = await ids()
  await expect(page.getByRole('button', { name: 'Newer' })).toBeDisabled()
  await page.getByRole('button', { name: 'Older' }).click()
  await page.waitForURL(/cursor=older/)
  await settled(page)
  expect((await ids()).some((id) => first.includes(id))).toBe(false)
  await page.getByRole('button', { name: 'Newer' }).click()
  await page.waitForURL(/cursor=newer/)
  await settled(page)
  expect(await ids()).toEqual(first)
})

test('by status, method, entity and duration', async ({ page }) => {
  await visit(page, calls)
  await filterOption(page, 'Response Status Code', '409 Conflict')
  expect(new Set(await column(page, 'Status Code'))).toEqual(new Set(['409']))
  await page.getByRole('button', { name: 'Reset' }).click()
  await settled(page)
  await filterOption(page, 'HTTP Method', 'PATCH', 'DELETE')
  expect((await column(page, 'Request')).every((text) => /^(PATCH|DELETE)/.test(text))).toBe(true)
  await filterOption(page, 'Entity Type', 'Group')
  expect((await column(page, 'Entity')).every((text) => text.startsWith('group'))).toBe(true)
  await filterOption(page, 'Response Duration', 'up to 3 s')
  expect((await column(page, 'Request')).length).toBeGreaterThan(0)
})

test('a refused call explains itself: sentence, reason, request, response', async ({ page }) => {
  await visit(page, `${calls}&status=409`)
  await view(page, 1)
  await expect(drawer(page).getByText('Request id')).toBeVisible()
  await expect(drawer(page)).toContainText('was refused')
  await expect(drawer(page)).toContainText('uniqueness')
  await drawer(page).getByRole('tab', { name: 'Request' }).click()
  await expect(drawer(page)).toContainText('userName')
  await drawer(page).getByRole('tab', { name: 'Response' }).click()
  await expect(drawer(page)).toContainText('"scimType"')
  await expect(page).toHaveURL(/tab=response/)
})

test('Payload Search finds every call that touched a user, group changes too', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const user = (await push('POST', '/Users', { userName: 'ann@contoso.example', title: 'Agent' })).body.id
  const group = (await push('POST', '/Groups', { displayName: 'Team' })).body.id
  const add = { Operations: [{ op: 'add', path: 'members', value: [{ value: user }] }] }
  expect((await push('PATCH', `/Groups/${group}`, add)).status).toBe(204)
  const change = { Operations: [{ op: 'replace', path: 'title', value: 'Lead' }] }
  expect((await push('PATCH', `/Users/${user}`, change)).status).toBe(200)
  await push('POST', '/Users', { userName: 'bob@contoso.example' })

  await visit(page, `/sync-logs?provider=${slug}`)
  const editor = await openFilter(page, 'Payload Search Entity ID')
  await editor.getByLabel('Payload Search Entity ID').fill(user)
  await editor.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/payload=/)
  await settled(page)
  expect((await column(page, 'Request')).map((text) => text.split(/[\s/]/)[0])).toEqual(['PATCH', 'PATCH', 'POST'])
  expect(await column(page, 'Entity Name')).toEqual(['ann@contoso.example', 'Team', 'ann@contoso.example'])

  await view(page, 1)
  await drawer(page)
    .getByRole('tab', { name: /^Changes/ })
    .click()
  await expect(drawer(page)).toContainText('title')
  await expect(drawer(page).locator('del')).toContainText('Agent')
  await expect(drawer(page).locator('ins')).toContainText('Lead')
})

test('the notes say which leniency was applied', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const { body } = await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await push('PATCH', `/Users/${body.id}`, { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] })
  await visit(page, `/sync-logs?provider=${slug}&method=PATCH`)
  expect(await column(page, 'Action')).toEqual(['Deactivated'])
  await view(page, 1)
  await drawer(page)
    .getByRole('tab', { name: /^Notes/ })
    .click()
  await expect(drawer(page)).toContainText('A text was read as true or false')
})

test('all providers in one log', async ({ page }) => {
  await visit(page, `/sync-logs?provider=${entra}`)
  await visit(page, '/sync-logs?provider=all&rows=100')
  await expect(table(page).locator('tbody tr')).toHaveCount(100)
})
