import { column, drawer, ownProvider, test, view, visit } from './fixtures'
import { expect } from './test'

test('before the first call a page says how to get it, and shows the first person by itself', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const { slug, push } = await ownProvider(page, request)
  await visit(page, `/users?provider=${slug}`)
  await expect(page.getByRole('heading', { name: `No one yet: ${slug} has not called` })).toBeVisible()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Copy/ }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/scim/${slug}/v2`)
  await expect(page.getByText('Waiting for the first call').last()).toBeVisible()

  await push('POST', '/Users', { userName: 'ann@contoso.example', externalId: '00u1', displayName: 'Ann Abara' })
  await expect(page.getByRole('table')).toBeVisible({ timeout: 20_000 })
  expect(await column(page, 'SCIM User Name')).toEqual(['ann@contoso.example'])
  expect(await column(page, 'IdP SCIM User ID')).toEqual(['00u1'])
})

test('a provider that has called, but pushed no group, is not told to call', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await visit(page, `/groups?provider=${slug}`)
  await expect(page.getByRole('heading', { name: `No groups yet from ${slug}` })).toBeVisible()
  await page.getByRole('link', { name: `Sync Logs of ${slug}` }).click()
  await page.waitForURL(/sync-logs/)
  await expect.poll(() => column(page, 'Action')).toEqual(['Created'])
})

test('a user who was deleted leaves when and by which call', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const { body } = await push('POST', '/Users', { userName: 'ann@contoso.example' })
  await push('DELETE', `/Users/${body.id}`)
  await visit(page, `/sync-logs?provider=${slug}`)
  await view(page, 1)
  await drawer(page).getByRole('link', { name: body.id }).click()
  await page.waitForURL(/\/users\?/)
  await expect(drawer(page)).toContainText('This user was deleted.')
  await expect(drawer(page)).toContainText('ann@contoso.example')
})
