import { column, drawer, ownProvider, settled, test, view, visit } from './fixtures'
import { expect } from './test'
import type { Page } from '@playwright/test'

const tab = (page: Page, name: RegExp | string) => drawer(page).getByRole('tab', { name })

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('a deactivation: a sentence, the change, the note, the command', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const { body } = await push('POST', '/Users', { userName: "o'hara@contoso.example", title: 'Agent' })
  await push('PATCH', `/Users/${body.id}`, { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] })
  await visit(page, `/sync-logs?provider=${slug}&rows=10`)
  await view(page, 1)
  await expect(drawer(page)).toContainText("deactivated the user o'hara@contoso.example; 1 attribute changed.")

  await tab(page, /^Changes/).click()
  await expect(drawer(page).locator('del')).toHaveText('before: true')
  await expect(drawer(page).locator('ins')).toHaveText('after: false')
  await expect(drawer(page).getByText('−')).toBeVisible()
  await expect(drawer(page).getByText('+', { exact: true })).toBeVisible()

  await tab(page, 'Request').click()
  await drawer(page).getByRole('button', { name: 'Copy as curl' }).click()
  const command = await copied(page)
  expect(command).toContain(`-X PATCH '`)
  expect(command).toContain(`/scim/${slug}/v2/Users/${body.id}'`)
  expect(command).toContain('"Authorization: Bearer $TOKEN"')
  expect(command).toContain('"value":"False"')

  await tab(page, /^Notes/).click()
  await expect(drawer(page)).toContainText('A text was read as true or false')
  await drawer(page).getByRole('link', { name: 'About this' }).first().click()
  await expect(page.getByRole('heading', { name: 'Leniencies' })).toBeVisible()
})

test('a refusal says why, what was asked and what to do', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: 'ann@contoso.example', externalId: '1' })
  await push('POST', '/Users', { userName: 'ann@contoso.example', externalId: '2' })
  await visit(page, `/sync-logs?provider=${slug}&status=409`)
  await view(page, 1)
  await expect(drawer(page)).toContainText('’s request was refused: ')
  await expect(drawer(page)).toContainText('It asked to create the user ann@contoso.example.')
  await expect(drawer(page)).toContainText('What to do in')
  await expect(drawer(page)).toContainText('share a user name')
  await drawer(page).getByRole('link', { name: 'About 409 uniqueness' }).click()
  await expect(page.getByRole('heading', { name: '409 uniqueness' })).toBeInViewport()
})

test('all that touched a user is a link that sets the Payload Search', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const user = (await push('POST', '/Users', { userName: 'ann@contoso.example' })).body.id
  await push('POST', '/Groups', { displayName: 'Team', members: [{ value: user }] })
  await push('POST', '/Users', { userName: 'bob@contoso.example' })
  await visit(page, `/sync-logs?provider=${slug}&entityId=is:${user}`)
  await view(page, 1)
  await drawer(page).getByRole('link', { name: 'All that touched this user' }).click()
  await page.waitForURL(/payload=/)
  await settled(page)
  expect(await column(page, 'Entity Name')).toEqual(['Team', 'ann@contoso.example'])
})

test('a large body: a part is drawn, the search reaches its end, values and paths are copied', async ({
  page,
  request,
}) => {
  const { slug, push } = await ownProvider(page, request)
  const emails = Array.from({ length: 700 }, (_, at) => ({ value: `mail-${at}@contoso.example`, type: `t${at}` }))
  await push('POST', '/Users', { userName: 'ann@contoso.example', emails })
  await visit(page, `/sync-logs?provider=${slug}`)
  await view(page, 1)
  await tab(page, 'Request').click()
  const json = drawer(page).getByRole('group', { name: 'Request, JSON' })
  // A long list begins folded.
  await expect(json).toContainText('700 entries')
  await drawer(page).getByRole('button', { name: 'Unfold all' }).click()
  await expect(json.locator('[data-line]')).toHaveCount(400)
  await drawer(page)
    .getByRole('button', { name: /^Show more: / })
    .click()
  await expect(json.locator('[data-line]')).toHaveCount(800)

  const search = drawer(page).getByRole('searchbox', { name: 'Search in Request' })
  await search.fill('MAIL-69')
  await expect(drawer(page)).toContainText('1 of 11')
  await expect(json.getByText('"mail-69@contoso.example"')).toBeInViewport()
  await search.press('Enter')
  await expect(drawer(page)).toContainText('2 of 11')
  await search.press('Shift+Enter')
  await search.press('Shift+Enter')
  await expect(drawer(page)).toContainText('11 of 11')
  const last = json.locator('[data-line]', { hasText: 'mail-699@' })
  await expect(last).toBeInViewport()
  await last.hover()
  await last.getByRole('button', { name: /^Copy path/ }).click()
  expect(await copied(page)).toBe('emails[699].value')
  await last.getByRole('button', { name: 'Copy value' }).click()
  expect(await copied(page)).toBe('mail-699@contoso.example')
})
