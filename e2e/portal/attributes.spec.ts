import {
  column,
  entra,
  filterOption,
  filterText,
  okta,
  ownProvider,
  settled,
  table,
  test,
  total,
  visit,
} from './fixtures'
import { expect } from './test'

const supported = [
  ['Active', 'active'],
  ['Cost Center', 'costCenter'],
  ['Department', 'department'],
  ['Display Name', 'displayName'],
  ['Division', 'division'],
  ['Email', 'emails.value'],
  ['First Name', 'name.givenName'],
  ['Formatted Name', 'name.formatted'],
  ['Last Name', 'name.familyName'],
  ['id', 'id'],
  ['Organization', 'organization'],
  ['Title', 'title'],
  ['Username', 'userName'],
  ['UserType', 'userType'],
]

test('the attributes that are supported in policy, by name; only Username is required and unique', async ({ page }) => {
  await visit(page, `/attributes?provider=${okta}`)
  await filterOption(page, 'Use', 'Supported in policy')
  expect(await total(page)).toBe(14)
  expect(await column(page, 'SCIM Attribute Name')).toEqual(supported.map(([name]) => name))
  expect(await column(page, 'SCIM Attribute')).toEqual(supported.map(([, attribute]) => attribute))
  for (const title of ['Required Attribute', 'Unique Attribute'])
    expect(await column(page, title)).toEqual(supported.map(([name]) => (name === 'Username' ? 'Yes' : 'No')))
})

test('other attributes are marked as stored, and a text finds them', async ({ page }) => {
  await visit(page, `/attributes?provider=${entra}`)
  await filterText(page, 'Attribute', 'phoneNumbers')
  expect(await column(page, 'SCIM Attribute')).toContain('phoneNumbers.value')
  expect(new Set(await column(page, 'Use'))).toEqual(new Set(['Stored']))
  await page.getByRole('button', { name: 'Reset' }).click()
  await settled(page)
  expect(await total(page)).toBeGreaterThan(60)
})

test('shares say what this provider sends', async ({ page }) => {
  await visit(page, `/attributes?provider=${okta}&support=policy`)
  const seen = await column(page, 'Seen from this IdP')
  expect(seen[supported.findIndex(([name]) => name === 'Username')]).toMatch(/^100\s?%$/)
  const set = await column(page, 'Last Set')
  expect(set[supported.findIndex(([name]) => name === 'Username')]).toMatch(/ago$|now$/)
})

test('a header sorts, and the column says so', async ({ page }) => {
  await visit(page, `/attributes?provider=${okta}&support=policy`)
  await table(page).getByRole('button', { name: 'SCIM Attribute Name' }).click()
  await expect(table(page).getByRole('columnheader', { name: 'SCIM Attribute Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await settled(page)
  const names = await column(page, 'SCIM Attribute Name')
  expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
})

test('an attribute is copied by its short name', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, `/attributes?provider=${okta}&attribute=is:emails.value`)
  await page.getByRole('row', { name: /emails\.value/ }).hover()
  await page.getByRole('button', { name: 'Copy SCIM Attribute' }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('emails.value')
})

test('nothing is shown until the provider has SCIM sync on', async ({ page, request }) => {
  const { slug } = await ownProvider(page, request)
  await page.getByRole('switch', { name: 'SCIM Sync' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('switch', { name: 'SCIM Sync' })).not.toBeChecked()
  await visit(page, `/attributes?provider=${slug}`)
  await expect(page.getByRole('heading', { name: `SCIM sync is off for ${slug}` })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})
