import { ownProvider, test } from './fixtures'
import { expect } from './test'

test('a setting is kept, and goes back with a reason where it can’t be changed', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  for (const name of ['Strict', 'Discovery needs a token', 'Log reads', 'Allow groups of the same name']) {
    await page.getByRole('switch', { name }).click()
    await expect(page.getByRole('switch', { name })).toBeChecked()
    await expect(page.getByRole('switch', { name })).toBeEnabled()
  }
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Strict' })).toBeChecked()
  await expect(page.getByRole('switch', { name: 'Delete users when deactivated' })).not.toBeChecked()
  await expect.poll(async () => (await request.get(`/scim/${slug}/v2/Schemas`)).status()).toBe(401)

  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
  for (const displayName of ['Engineering', 'engineering'])
    await expect.poll(async () => (await push('POST', '/Groups', { schemas, displayName })).status).toBe(201)
  const sameNames = page.getByRole('switch', { name: 'Allow groups of the same name' })
  await sameNames.click()
  await expect(page.getByText(/Several groups are called engineering/i).first()).toBeVisible()
  await expect(sameNames).toBeChecked()
})

test('deleting by deactivation asks first, and warns of Okta', async ({ page, request }) => {
  const { push } = await ownProvider(page, request)
  const created = await push('POST', '/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ann@x.example',
  })
  const setting = page.getByRole('switch', { name: 'Delete users when deactivated' })
  await setting.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Okta reads a user again')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(setting).not.toBeChecked()
  await setting.click()
  await dialog.getByRole('button', { name: 'Delete from now on' }).click()
  await expect(setting).toBeChecked()
  await expect(setting).toBeEnabled()
  const path = `/Users/${created.body.id}`
  const operations = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] }
  const off = { ...operations, Operations: [{ op: 'replace', value: { active: false } }] }
  expect((await push('PATCH', path, off)).status).toBe(200)
  expect((await push('GET', path)).status).toBe(404)
})

test('a token for some things until some day says so, and may do no more', async ({ page, request }) => {
  const { slug } = await ownProvider(page, request)
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Expires').selectOption('date')
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose a date')
  await dialog.getByLabel('Last day').fill('2099-06-15')
  for (const name of ['Read users', 'Write users', 'Read groups', 'Write groups'])
    await dialog.getByRole('checkbox', { name }).click()
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose at least one')
  await dialog.getByRole('checkbox', { name: 'Read users' }).click()
  await dialog.getByRole('button', { name: 'Generate' }).click()
  const headers = { authorization: `Bearer ${await page.getByLabel('New token').innerText()}` }
  const row = page.getByRole('table', { name: 'Tokens that work' }).getByRole('row').nth(1)
  await expect(row).toContainText('Read users')
  await expect(row).toContainText('Jun 2099')
  expect((await request.get(`/scim/${slug}/v2/Users`, { headers })).status()).toBe(200)
  expect((await request.get(`/scim/${slug}/v2/Groups`, { headers })).status()).toBe(403)
})

test('addresses and calls are limited, and whoever is left out is named', async ({ page, request }) => {
  const { push } = await ownProvider(page, request)
  expect((await push('GET', '/Users')).status).toBe(200)
  const open = async () => {
    await page.getByRole('button', { name: 'Change who may call' }).click()
    return page.getByRole('dialog')
  }
  const dialog = await open()
  await dialog.getByLabel('Addresses').fill('192.0.2.0/24, nowhere')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('nowhere is no address')
  await dialog.getByLabel('Addresses').fill('192.0.2.0/24')
  await dialog.getByLabel('Calls a second').fill('none')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('whole number')
  await dialog.getByLabel('Calls a second').fill('25')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The last call came from 127.0.0.1').first()).toBeVisible()
  await expect(page.getByText('192.0.2.0/24', { exact: true })).toBeVisible()
  const refused = await push('GET', '/Users')
  expect(refused.status).toBe(403)
  expect(JSON.stringify(refused.body)).toContain('127.0.0.1')
  await open()
  await dialog.getByLabel('Addresses').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Any', { exact: true })).toBeVisible()
  expect((await push('GET', '/Users')).status).toBe(200)
})
