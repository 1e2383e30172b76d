import type { Page } from '@playwright/test'
import { drawer, okta, ownProvider, settled, table, test, visit } from './fixtures'
import { expect } from './test'

const lines = (page: Page) => drawer(page).getByRole('list', { name: 'Changes, newest first' }).getByRole('listitem')
const openTab = (page: Page, name: string | RegExp) => drawer(page).getByRole('tab', { name }).click()

test('what changed a user: each call with its values, groups and caller, and the way to its row', async ({
  page,
  request,
}) => {
  const { slug, push } = await ownProvider(page, request)
  const ann = (await push('POST', '/Users', { userName: 'ann@x.example', title: 'Agent', active: true })).body.id
  const team = (await push('POST', '/Groups', { displayName: 'Team', members: [{ value: ann }] })).body.id
  await push('POST', '/Groups', { displayName: 'Everybody', members: [{ value: team }] })
  const patch = (path: string, value: unknown) =>
    push('PATCH', `/Users/${ann}`, { Operations: [{ op: 'replace', path, value }] })
  await patch('title', 'Lead')
  await patch('title', 'Lead')
  await patch('active', false)

  await visit(page, `/users?provider=${slug}&open=${ann}&tab=history`)
  await expect(lines(page)).toHaveCount(4)
  await expect(lines(page).nth(0)).toContainText('Deactivated')
  await expect(lines(page).nth(1)).toContainText(/title.*Agent.*Lead/)
  await expect(lines(page).nth(2)).toContainText('Added to Team')
  await expect(lines(page).nth(2)).toContainText(/token ending .{4}/)
  await expect(lines(page).nth(3)).toContainText('Created')
  await expect(drawer(page).getByText('does not reach back')).toHaveCount(0)

  await openTab(page, /^Groups/)
  const groups = drawer(page).getByRole('listitem')
  await expect(groups.filter({ hasText: 'Everybody' })).toContainText('Through Team')
  await expect(groups.filter({ hasText: /^Team/ })).toContainText('Direct, since')
  await groups.filter({ hasText: /^Team/ }).getByRole('link', { name: 'Open the call' }).click()
  await page.waitForURL(/\/sync-logs\?.*open=/)
  await expect(drawer(page)).toContainText('Created, 1 member added')
})

test('who came into a group and left it; of somebody deleted the history stays', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const ann = (await push('POST', '/Users', { userName: 'ann@x.example' })).body.id
  const team = (await push('POST', '/Groups', { displayName: 'Team', members: [{ value: ann }] })).body.id
  await push('POST', '/Groups', { displayName: 'Everybody', members: [{ value: team }] })
  await push('DELETE', `/Users/${ann}`)
  await visit(page, `/groups?provider=${slug}&open=${team}&tab=history`)
  await expect(lines(page)).toHaveText([
    /Lost ann@x.example, who was deleted/,
    /Added to Everybody/,
    /Created, 1 member added.*ann@x\.example \(deleted since\)/,
  ])
  await visit(page, `/users?provider=${slug}&open=${ann}&tab=history`)
  await expect(lines(page).first()).toContainText(/Deleted.*Team/)
})

test('earlier changes come page by page', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const ann = (await push('POST', '/Users', { userName: 'ann@x.example' })).body.id
  for (let n = 0; n < 20; n++)
    await push('PATCH', `/Users/${ann}`, { Operations: [{ op: 'replace', path: 'title', value: `Title ${n}` }] })
  await visit(page, `/users?provider=${slug}&open=${ann}&tab=history`)
  await expect(lines(page)).toHaveCount(20)
  await drawer(page).getByRole('button', { name: 'Earlier' }).click()
  await expect(lines(page)).toHaveCount(21)
  await expect(lines(page).last()).toContainText('Created')
  await expect(drawer(page).getByRole('button', { name: 'Earlier' })).toHaveCount(0)
})

test('a user as of a day: not yet, and as it is today; the day stands in the address', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const ann = (await push('POST', '/Users', { userName: 'ann@x.example', title: 'Agent' })).body.id
  await push('POST', '/Groups', { displayName: 'Team', members: [{ value: ann }] })
  await visit(page, `/users?provider=${slug}&open=${ann}`)
  await openTab(page, 'As of')
  await expect(drawer(page)).toContainText('Did not exist yet')
  const today = (await drawer(page).getByLabel('As of the end of').getAttribute('max')) ?? ''
  await drawer(page).getByLabel('As of the end of').fill(today)
  await expect(drawer(page)).toContainText('The values are the same.')
  await expect(drawer(page).getByRole('listitem')).toContainText(['Team'])
  await expect(page).toHaveURL(new RegExp(`tab=as-of\\.${today}`))
  await page.reload()
  await expect(drawer(page).getByLabel('As of the end of')).toHaveValue(today)
  await expect(drawer(page)).toContainText('Agent')
})

test('somebody of the demo has a history, and nobody has one without signing in', async ({ page, playwright }) => {
  await visit(page, `/users?provider=${okta}&status=active&rows=10`)
  await settled(page)
  const link = await table(page).locator('tbody tr').first().getByRole('link', { name: /^View/ }).getAttribute('href')
  await visit(page, `${link}&tab=history`)
  await expect(lines(page).first()).toBeVisible()
  const id = new URL(link ?? '', 'http://x').searchParams.get('open')
  const stranger = await playwright.request.newContext({ storageState: { cookies: [], origins: [] } })
  for (const part of ['history', 'as-of?until=2026-01-01T00:00:00Z'])
    expect((await stranger.get(new URL(`/api/tables/users/${id}/${part}`, page.url()).href)).status()).toBe(401)
  await stranger.dispose()
})
