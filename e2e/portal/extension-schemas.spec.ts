import { drawer, filterText, ownProvider, settled, test, view, visit } from './fixtures'
import { expect } from './test'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const HR = 'urn:example:hr:2.0:User'
const schema = (level: object) =>
  JSON.stringify({ id: HR, name: 'HR', attributes: [{ name: 'costCode' }, { name: 'level', ...level }] })

test('a schema is added once its faults are mended, used, edited and removed', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  const post = (userName: string, hr: object) => push('POST', '/Users', { schemas: [USER, HR], userName, [HR]: hr })
  await page.getByRole('button', { name: 'Add schema' }).click()
  const dialog = page.getByRole('dialog')
  const text = dialog.getByLabel('Schema', { exact: true })
  await expect(text).toBeFocused()
  await text.fill(
    '{"id": "hr",\n "name": "HR", "attributes": [{"name": "costCode"}, {"name": "level", "type": "sting"}]}',
  )
  await dialog.getByRole('button', { name: 'Add schema' }).click()
  const faults = dialog.getByRole('list', { name: 'What is wrong' }).getByRole('listitem')
  await expect(faults).toHaveText([
    /^id: "hr" is not a URN/,
    /^attributes\[1\]\.type: "sting" is not a type\. Use string, boolean/,
  ])
  await dialog.getByLabel('Read from a file').setInputFiles({
    name: 'hr.json',
    mimeType: 'application/json',
    buffer: Buffer.from(schema({ type: 'integer' })),
  })
  await expect(text).toHaveValue(schema({ type: 'integer' }))
  await expect(faults).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Add schema' }).click()
  await expect(page.getByText('HR, 2 attributes for users')).toBeVisible()

  const made = await post('ann@x.example', { costCode: 'C-7', level: 3 })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ [HR]: { costCode: 'C-7', level: 3 } })
  expect((await post('bob@x.example', { level: 'three' })).status).toBe(400)
  expect((await push('GET', `/Schemas/${HR}`)).status).toBe(200)

  await visit(page, `/attributes?provider=${slug}`)
  await filterText(page, 'Attribute', 'costCode')
  await expect(page.getByRole('cell', { name: /^Cost Code/ })).toBeVisible()
  await visit(page, `/users?provider=${slug}&attribute=level:is:3`)
  await settled(page)
  await view(page, 1)
  await expect(drawer(page)).toContainText('C-7')
  await drawer(page).getByRole('tab', { name: 'Raw JSON' }).click()
  await expect(drawer(page)).toContainText(HR)

  await visit(page, `/providers/${slug}`)
  await page.getByRole('button', { name: 'Edit the schema HR' }).click()
  await text.fill(schema({ type: 'string' }))
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('level of 1')
  await dialog.getByRole('button', { name: 'Save and delete these values' }).click()
  await expect(dialog).toBeHidden()
  const read = () => push('GET', `/Users/${made.body.id}`)
  expect((await read()).body).toMatchObject({ [HR]: { costCode: 'C-7' } })
  expect(JSON.stringify((await read()).body)).not.toContain('level')

  await page.getByRole('button', { name: 'Remove the schema HR' }).click()
  await expect(dialog).toContainText('1 user has values of it. They are deleted')
  await dialog.getByRole('button', { name: 'Remove, and delete values' }).click()
  await expect(page.getByText('Attributes that no schema knows are ignored')).toBeVisible()
  expect(JSON.stringify((await read()).body)).not.toContain('costCode')
  expect((await push('GET', `/Schemas/${HR}`)).status).toBe(404)
})
