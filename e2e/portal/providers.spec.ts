import type { Page } from '@playwright/test'
import { expect, signIn, test, unique } from './test'

/** Clicks until the dialog is there: the page may not listen yet. */
async function openForm(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Add an identity provider' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Add provider' }).first().click({ timeout: 2000 })
    await expect(dialog).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  return dialog
}

async function addProvider(page: Page, slug: string) {
  await signIn(page, '/providers')
  const dialog = await openForm(page)
  await dialog.getByLabel('Name').fill(slug)
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await page.waitForURL(`**/providers/${slug}`)
}

async function newToken(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click()
  const token = await page.getByLabel('New token').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  return token
}

test('the slug follows the name until it is written by hand, and the endpoint shows both', async ({ page }) => {
  await signIn(page, '/providers')
  const dialog = await openForm(page)
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByLabel('Name').fill('Süd & Ost (Okta)')
  await expect(dialog.getByLabel('Slug')).toHaveValue('sud-ost-okta')
  await expect(dialog).toContainText('/scim/sud-ost-okta/v2')
  await dialog.getByLabel('Slug').fill('East')
  await dialog.getByLabel('Name').fill('Something else')
  await expect(dialog.getByLabel('Slug')).toHaveValue('east')
})

test('what is missing or taken is said at its field', async ({ page }) => {
  const slug = unique('okta')
  await addProvider(page, slug)
  await page.goto('/providers')
  const dialog = await openForm(page)
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Name').fill('Something')
  await dialog.getByLabel('Slug').fill('-wrong-')
  await dialog.getByRole('button', { name: 'Add provider' }).click()
  await expect(dialog.getByRole('alert')).toContainText('hyphen')
  await dialog.getByLabel('Slug').fill(slug)
  await expect(dialog.getByRole('alert')).toContainText(`Another provider has the slug ${slug}`)
  await expect(dialog.getByRole('button', { name: 'Add provider' })).toBeDisabled()
})

test('the endpoint is copied, under the name that each form has for it', async ({ page, context, baseURL }) => {
  const slug = unique('entra')
  await addProvider(page, slug)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByText('Microsoft Entra ID', { exact: true }).click()
  await expect(page.getByText('Tenant URL', { exact: true })).toBeVisible()
  await expect(page.getByText('Secret Token', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copy SCIM Service Provider Endpoint' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/scim/${slug}/v2`)
})

test('a token is shown once, works, is known by its last four characters, and stops when revoked', async ({
  page,
  request,
}) => {
  const slug = unique('okta')
  await addProvider(page, slug)
  await expect(page.getByText('No token works')).toBeVisible()
  const token = await newToken(page)
  expect(token).toMatch(/^rc_[\w-]{43}$/)
  await page.reload()
  expect(await page.content()).not.toContain(token)
  const row = page.getByRole('table', { name: 'Tokens that work' }).getByRole('row', { name: `…${token.slice(-4)}` })
  await expect(row).toContainText('Never')

  const call = () => request.get(`/scim/${slug}/v2/Users`, { headers: { authorization: `Bearer ${token}` } })
  expect((await call()).status()).toBe(200)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByText('No token works')).toBeVisible()
  await page.getByText('1 revoked or expired token').click()
  await expect(page.getByRole('table', { name: 'Tokens that no longer work' })).toContainText(token.slice(-4))
  await expect.poll(async () => (await call()).status(), { timeout: 5000 }).toBe(401)
})

test('two tokens work at a time', async ({ page }) => {
  await addProvider(page, unique('okta'))
  await newToken(page)
  await newToken(page)
  await page.getByRole('button', { name: 'Generate New Token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByText('It has 2 working tokens already. Revoke one first.').first()).toBeVisible()
})

test('turning SCIM Sync off asks first, refuses calls, and is undone without a question', async ({ page, request }) => {
  const slug = unique('okta')
  await addProvider(page, slug)
  const token = await newToken(page)
  const call = () => request.get(`/scim/${slug}/v2/Users`, { headers: { authorization: `Bearer ${token}` } })
  const sync = page.getByRole('switch', { name: 'SCIM Sync' })
  await sync.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(sync).toBeChecked()
  await sync.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click()
  await expect(sync).not.toBeChecked()
  await expect(page.getByText('SCIM Sync is off', { exact: true })).toBeVisible()
  await expect.poll(async () => (await call()).status(), { timeout: 5000 }).toBe(403)
  await sync.click()
  await expect(sync).toBeChecked()
  await expect.poll(async () => (await call()).status(), { timeout: 5000 }).toBe(200)
})

test('the list shows who has called, and as what', async ({ page, request }) => {
  const slug = unique('okta')
  await addProvider(page, slug)
  const token = await newToken(page)
  await expect(page.getByText('Waiting for the first call')).toBeVisible()
  await request.get(`/scim/${slug}/v2/Users?startIndex=1&count=2`, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'Okta SCIM Client 1.0.0' },
  })
  // The page looks again by itself.
  await expect(page.getByText('Connected', { exact: true })).toBeVisible({ timeout: 25_000 })
  await page.goto('/providers')
  const row = page.getByRole('row', { name: slug })
  await expect(row).toContainText('Okta')
  await expect(row).toContainText(`…${token.slice(-4)}`)
  await expect(row).not.toContainText('Never')
})
