import type { Page } from '@playwright/test'
import { drawer, ownProvider, test, visit } from './fixtures'
import { expect } from './test'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Check a NameID' })

async function check(page: Page, pasted: string) {
  await dialog(page).getByLabel('NameID or SAML response').fill(pasted)
  await dialog(page).getByRole('button', { name: 'Check' }).click()
  return dialog(page).getByRole('status')
}

test('a NameID or a SAML response leads to the person, or to the reason why nobody is found', async ({
  page,
  request,
}) => {
  const { slug, push } = await ownProvider(page, request)
  const ann = await push('POST', '/Users', {
    userName: 'ann@x.example',
    externalId: '00u7',
    emails: [{ value: 'a.lee@x.example' }],
  })
  await push('POST', '/Groups', { displayName: 'Team', members: [{ value: ann.body.id }] })
  const bob = await push('POST', '/Users', { userName: 'bob@x.example' })
  await push('PATCH', `/Users/${bob.body.id}`, { Operations: [{ op: 'replace', path: 'active', value: false }] })
  const eve = await push('POST', '/Users', { userName: 'eve@x.example' })
  await push('DELETE', `/Users/${eve.body.id}`)

  await visit(page, `/users?provider=${slug}`)
  await page.getByRole('button', { name: 'Check NameID' }).click()
  await expect(await check(page, 'ANN@x.example')).toContainText('Provisioned and active.')
  await expect(dialog(page)).toContainText('differ in upper and lower case')
  await expect(dialog(page)).toContainText('Directly in Team.')
  await expect(await check(page, 'bob@x.example')).toContainText(/Provisioned, but inactive.*Inactive\s*since/)
  await expect(await check(page, 'ann@y.example')).toContainText('at another domain')
  await expect(await check(page, 'a.lee@x.example')).toContainText('as e-mail address')
  await expect(await check(page, '00u7')).toContainText('as externalId')
  await expect(await check(page, 'eve@x.example')).toContainText('Was deleted')
  await expect(await check(page, 'nobody@z.example')).toContainText('never pushed anybody of this name')
  await expect(await check(page, '<!DOCTYPE a>')).toHaveCount(0)
  await expect(dialog(page).getByRole('alert')).toContainText('never read')

  const xml = '<R><Subject><NameID>ann@x.example</NameID></Subject></R>'
  const shown = await check(page, encodeURIComponent(Buffer.from(xml).toString('base64')))
  await expect(shown).toContainText('NameID of the response: ann@x.example')
  await shown.getByRole('link', { name: 'ann@x.example' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(drawer(page)).toContainText('a.lee@x.example')
})
