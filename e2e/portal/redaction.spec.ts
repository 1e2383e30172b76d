import { drawer, ownProvider, settled, test, view, visit } from './fixtures'
import { expect } from './test'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

test('an attribute is left out of the log, and kept again', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const path = page.getByLabel('Attribute', { exact: true })
  const leaveOut = page.getByRole('button', { name: 'Leave out' })
  await path.fill('shoeSize')
  await leaveOut.click()
  await expect(page.getByRole('alert').filter({ hasText: 'no attribute "shoeSize"' })).toBeVisible()
  const suggested = page.locator('datalist option[value="name.familyName"]')
  await expect(suggested).toHaveCount(1)
  await path.fill('NAME.familyname')
  await leaveOut.click()
  const chosen = page.getByRole('list', { name: 'Attributes left out of the log' }).getByRole('listitem')
  await expect(chosen).toContainText(['name.familyName'])
  await expect(path).toHaveValue('')
  await expect(suggested).toHaveCount(0)

  const made = await push('POST', '/Users', {
    schemas: [USER],
    userName: 'ann@x.example',
    name: { givenName: 'Annabel', familyName: 'Hidden' },
  })
  expect(made.body).toMatchObject({ name: { familyName: 'Hidden' } })
  await push('PATCH', `/Users/${made.body.id}`, { Operations: [{ op: 'replace', path: 'name.familyName', value: 7 }] })
  await visit(page, `/sync-logs?provider=${slug}&method=POST`)
  await settled(page)
  await view(page, 1)
  for (const tab of ['Request', 'Response']) {
    await drawer(page).getByRole('tab', { name: tab }).click()
    await expect(drawer(page)).toContainText('Annabel')
    await expect(drawer(page)).toContainText('[redacted]')
    await expect(drawer(page)).not.toContainText('Hidden')
  }

  await visit(page, `/providers/${slug}`)
  await page.getByRole('button', { name: 'Keep name.familyName in the log again' }).click()
  await expect(chosen).toHaveCount(0)
})
