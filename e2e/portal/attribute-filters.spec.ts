import type { Locator, Page } from '@playwright/test'
import { column, okta, openFilter, ownProvider, settled, test, visit } from './fixtures'
import { expect } from './test'

const JOB = 'urn:example:job:2.0:User'
const schema = JSON.stringify({
  id: JOB,
  name: 'Job',
  attributes: [
    { name: 'grade', type: 'integer' },
    { name: 'hiredAt', type: 'dateTime' },
    { name: 'remote', type: 'boolean' },
  ],
})

async function apply(page: Page, editor: Locator) {
  await editor.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/attribute=/)
  await settled(page)
}

const operators = (editor: Locator, title: string) =>
  editor.getByLabel(`${title}: operator`).locator('option').allInnerTexts()

test('an extension’s attributes are filtered by what fits their type', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await page.getByRole('button', { name: 'Add schema' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Schema', { exact: true }).fill(schema)
  await dialog.getByRole('button', { name: 'Add schema' }).click()
  await expect(dialog).toHaveCount(0)
  await visit(page, `/providers/${slug}`)
  await expect(page.getByText('Job, 3 attributes for users')).toBeVisible()
  const user = (userName: string, job: object) => push('POST', '/Users', { userName, [JOB]: job })
  await user('ann', { grade: 3, hiredAt: '2020-05-01T08:00:00Z', remote: true })
  await user('bob', { grade: 12, hiredAt: '2024-05-01T08:00:00Z', remote: false })
  await user('eve', {})
  const users = `/users?provider=${slug}&sort=userName`

  await visit(page, users)
  let editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('grade')
  expect(await operators(editor, 'grade')).toContain('is at least')
  await editor.getByLabel('grade: operator').selectOption({ label: 'is at least' })
  await editor.getByLabel('grade', { exact: true }).fill('4')
  await apply(page, editor)
  expect(await column(page, 'SCIM User Name')).toEqual(['bob'])

  await visit(page, users)
  editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('hiredAt')
  expect(await operators(editor, 'hiredAt')).toEqual(['since', 'until', 'is empty', 'is not empty'])
  await editor.getByLabel('hiredAt: operator').selectOption({ label: 'until' })
  await editor.getByLabel('hiredAt', { exact: true }).fill('2022-01-01T00:00')
  await apply(page, editor)
  expect(await column(page, 'SCIM User Name')).toEqual(['ann'])

  await visit(page, users)
  editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('remote')
  expect(await operators(editor, 'remote')).toEqual(['is', 'is empty', 'is not empty'])
  await editor.getByLabel('remote', { exact: true }).selectOption({ label: 'No' })
  await apply(page, editor)
  expect(await column(page, 'SCIM User Name')).toEqual(['bob'])
  await expect(page.getByRole('button', { name: /^remote is No/ })).toBeVisible()

  // The same attributes as columns of an export.
  const columns = encodeURIComponent('userName,attribute:grade,attribute:hiredAt,attribute:remote,attribute:emails')
  const answer = await page.request.get(
    `/api/tables/users/export?provider=${slug}&sort=userName&format=ndjson&columns=${columns}`,
  )
  const values = (grade: unknown, hiredAt: unknown, remote: unknown) => ({
    'attribute:grade': grade,
    'attribute:hiredAt': hiredAt,
    'attribute:remote': remote,
    'attribute:emails': null,
  })
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { userName: 'ann', ...values('3', '2020-05-01T08:00:00.000Z', true) },
    { userName: 'bob', ...values('12', '2024-05-01T08:00:00.000Z', false) },
    { userName: 'eve', ...values(null, null, null) },
  ])
  const stale = await page.request.get(`/api/tables/users/export?provider=${slug}&format=csv&columns=attribute:shoe`)
  expect(stale.status()).toBe(400)
})

test('a condition that does not fit its attribute is left out, and said', async ({ page }) => {
  await visit(page, `/users?provider=${okta}&attribute=active:contains:tr&attribute=title:notEmpty`)
  await expect(page.getByRole('status').filter({ hasText: 'was left out' })).toContainText(
    'attribute=active:contains:tr',
  )
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('is not empty')
})

test('groups are filtered by their attributes', async ({ page }) => {
  await visit(page, `/groups?provider=${okta}`)
  const [name = ''] = await column(page, 'SCIM Group Name')
  const editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute', { exact: true }).selectOption('displayName')
  await editor.getByLabel('displayName', { exact: true }).fill(name)
  await apply(page, editor)
  expect(await column(page, 'SCIM Group Name')).toEqual([name])
})
