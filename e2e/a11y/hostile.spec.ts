import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { drawer, filterText, openFilter, ownProvider, settled, table, test, view, visit } from '../portal/fixtures'
import { expect } from '../portal/test'
import { quietly, shownAsText } from './as-text'

// What somebody in an identity provider can call a person, a group or an attribute's value. `marked` is what is seen.
const names: { value: string; marked?: string }[] = [
  { value: '<img src=x onerror="window.harmed=1">' },
  { value: '</script><script>window.harmed=1</script>' },
  { value: '{{constructor.constructor("window.harmed=1")()}}' },
  { value: 'javascript:window.harmed=1' },
  { value: 'gpj.\u202Eann', marked: 'gpj.U+202Eann' },
  { value: '\u2066left\u2069 \u200Fright', marked: 'U+2066leftU+2069 U+200Fright' },
  { value: 'ad\u200Bmin\uFEFF', marked: 'adU+200BminU+FEFF' },
  { value: '=HYPERLINK("http://x.example")' },
  { value: 'one\ntwo', marked: 'one↵two' },
  { value: '👩‍👩‍👧 שרה بدر' },
]
// What is found by its beginning is refused from 769 bytes on.
const longName = 'Long'.repeat(190)
const long = 'Long'.repeat(2500)

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const named = (value: string, at: number) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  userName: `${at} ${value}`,
  externalId: value,
  displayName: value,
  title: value,
  [ENTERPRISE]: { department: value },
})

test.beforeEach(({ page }) => quietly(page))

const tab = (page: Page, name: RegExp) => drawer(page).getByRole('tab', { name }).click()

async function eachTab(page: Page) {
  for (const one of await drawer(page).getByRole('tab').all()) {
    await one.click()
    await settled(page)
    await shownAsText(page)
  }
}

test('users, their drawers, filters and export show hostile names as text', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  await Promise.all(
    names.map(async ({ value }, at) => expect((await push('POST', '/Users', named(value, at))).status).toBe(201)),
  )
  const { status, body } = await push('POST', '/Users', { ...named('plain', 99), displayName: longName, title: long })
  expect(status).toBe(201)
  await push('POST', '/Groups', { displayName: names[4]!.value, members: [{ value: body.id }] })

  await visit(page, `/users?provider=${slug}&rows=25&sort=userName`)
  await shownAsText(page)
  for (const [at, { value, marked = value }] of names.entries())
    await expect(
      table(page)
        .getByRole('row')
        .nth(at + 1),
    ).toContainText(`${at} ${marked}`)
  const heights = await table(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.clientHeight))
  expect(new Set(heights).size).toBe(1)
  await expect(table(page).getByTitle(/^Long.{750}/)).toBeVisible()

  await view(page, 5)
  await expect(drawer(page).getByRole('heading').first()).toHaveText('gpj.U+202Eann')
  await eachTab(page)
  await visit(page, `/users?provider=${slug}&open=${body.id}`)
  await expect(drawer(page).getByRole('heading').first()).toContainText('760 characters in all')
  await expect(drawer(page).getByRole('tab').first()).toBeInViewport()
  await expect(drawer(page).getByText('10,000 characters in all').first()).toBeVisible()
  await eachTab(page)

  await visit(page, `/users?provider=${slug}&rows=25`)
  const editor = await openFilter(page, 'SCIM attribute')
  await editor.getByLabel('Attribute').selectOption('department')
  await expect(editor.getByText('adU+200BminU+FEFF')).toBeVisible()
  await shownAsText(page)
  await page.keyboard.press('Escape')
  await filterText(page, 'SCIM User Name', names[0]!.value, 'ends with')
  await expect(page.getByRole('button', { name: /^SCIM User Name ends with <img/ })).toBeVisible()
  await shownAsText(page)

  await visit(page, `/users?provider=${slug}`)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV, all columns' }).click()
  const file = await readFile(await (await saved).path(), 'utf8')
  expect(file).toContain(`"'=HYPERLINK(""http://x.example"")"`)
  expect(file).not.toMatch(/(^|[,\n])"?[=+@]/)
})

test('groups, calls and the command menu show hostile names as text', async ({ page, request }) => {
  const { slug, push } = await ownProvider(page, request)
  for (const [at, { value }] of names.entries()) {
    const user = await push('POST', '/Users', named(value, at))
    await push('POST', '/Groups', { displayName: value, externalId: value, members: [{ value: user.body.id }] })
    // Refused: the name is taken, and there is no such id.
    await push('POST', '/Users', named(value, at))
    await push('PATCH', `/Users/${encodeURIComponent(value)}`, { Operations: [{ op: value, path: value, value }] })
  }
  await visit(page, `/groups?provider=${slug}&rows=25&sort=name`)
  await shownAsText(page)
  for (const { value, marked = value } of names)
    await expect(table(page).getByRole('row').filter({ hasText: marked.trim() }).first()).toBeVisible()
  await view(page, 3)
  await eachTab(page)

  await visit(page, `/sync-logs?provider=${slug}&rows=50`)
  await expect(table(page).getByRole('row')).toHaveCount(41)
  await shownAsText(page)
  for (const row of [22, 23, 24]) {
    await visit(page, `/sync-logs?provider=${slug}&rows=50`)
    await view(page, row)
    await eachTab(page)
  }
  await tab(page, /^Request/)

  await page.keyboard.press('Control+k')
  for (const words of ['<img', 'gpj', '</scr', '👩']) {
    await page.getByRole('combobox', { name: 'Page, user or group' }).fill(words)
    await expect(page.getByRole('option').filter({ hasText: words }).first()).toBeVisible()
    await shownAsText(page)
  }
})
