import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { column, nobody, okta, ownProvider, settled, table, test, total, visit } from './fixtures'
import { expect, signIn, unique } from './test'

// Columns are kept for the administrator: all tests that arrange those of SCIM Groups are here, one after another.
test.describe.configure({ mode: 'serial' })

const groups = `/groups?provider=${okta}&rows=25`

/** Does what changes the arrangement, and waits until the server has taken it. */
async function kept(page: Page, change: () => Promise<unknown>) {
  const answered = page.waitForResponse((answer) => 'next-action' in answer.request().headers())
  await change()
  await answered
}

const reset = (page: Page) =>
  kept(page, () => page.getByRole('dialog', { name: 'Columns' }).getByRole('button', { name: 'Reset' }).click())

test('are hidden, moved, kept for the admin, and put back', async ({ page, browser }) => {
  await visit(page, groups)
  await page.getByRole('button', { name: 'Columns' }).click()
  const chooser = page.getByRole('dialog', { name: 'Columns' })
  await expect(chooser.getByRole('checkbox', { name: 'SCIM Group Name' })).toBeDisabled()
  await kept(page, () => chooser.getByText('IdP SCIM Group ID', { exact: true }).click())
  await kept(page, () => chooser.getByRole('button', { name: 'Last Updated: up' }).click())
  const header = (name: string) => table(page).getByRole('columnheader', { name })
  await expect(header('IdP SCIM Group ID')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await settled(page)
  const titles = await table(page).getByRole('columnheader').allInnerTexts()

  // Another browser of the same admin.
  const context = await browser.newContext(nobody)
  const elsewhere = await context.newPage()
  await signIn(elsewhere, groups)
  expect(await table(elsewhere).getByRole('columnheader').allInnerTexts()).toEqual(titles)
  await context.close()

  await page.getByRole('button', { name: 'Columns' }).click()
  await reset(page)
  await expect(header('IdP SCIM Group ID')).toHaveCount(1)
  await page.reload()
  await expect(header('IdP SCIM Group ID')).toHaveCount(1)
})

test('the filter bar folds away and stays so, saying how many filters hold', async ({ page }) => {
  await visit(page, `${groups}&name=contains:a`)
  const bar = page.getByRole('region', { name: 'Filters' })
  await kept(page, () => page.getByRole('button', { name: 'Hide Filters' }).click())
  await expect(bar).toHaveCount(0)
  await page.reload()
  await kept(page, () => page.getByRole('button', { name: 'Show Filters (1)' }).click())
  await expect(bar).toBeVisible()
  expect(await total(page)).toBeGreaterThan(0)
})

const TEAM = 'urn:example:team:1.0:Group'
const teamSchema = JSON.stringify({
  id: TEAM,
  name: 'Team',
  attributes: [
    { name: 'room' },
    { name: 'remote', type: 'boolean' },
    { name: 'budgets', type: 'complex', multiValued: true, subAttributes: [{ name: 'value' }, { name: 'display' }] },
  ],
})

/** A provider with an extension of groups, and one group that has values of it and one that has none. */
async function withTeams(page: Page, request: Parameters<typeof ownProvider>[1]) {
  const { slug, push } = await ownProvider(page, request)
  await page.getByRole('button', { name: 'Add schema' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').selectOption('Group')
  await dialog.getByLabel('Schema', { exact: true }).fill(teamSchema)
  await dialog.getByRole('button', { name: 'Add schema' }).click()
  await expect(dialog).toHaveCount(0)
  await visit(page, `/providers/${slug}`)
  await expect(page.getByText('Team, 3 attributes for groups')).toBeVisible()
  const budgets = [{ value: 'B-1', display: 'Travel' }, { value: 'B-2' }]
  await push('POST', '/Groups', { displayName: 'Red', [TEAM]: { room: '4,"b"', remote: true, budgets } })
  await push('POST', '/Groups', { displayName: 'Blue' })
  return `/groups?provider=${slug}&sort=name&rows=25`
}

const header = (page: Page, name: string) => table(page).getByRole('columnheader', { name, exact: true })

async function choose(page: Page): Promise<{ chooser: Locator; picker: Locator; field: Locator }> {
  await page.getByRole('button', { name: 'Columns' }).click()
  const chooser = page.getByRole('dialog', { name: 'Columns' })
  await chooser.getByRole('button', { name: 'Add an attribute' }).click()
  const picker = page.getByRole('dialog', { name: 'Add an attribute' })
  return { chooser, picker, field: picker.getByRole('combobox', { name: 'Find an attribute' }) }
}

/** Closes the layers that lie on the table. */
async function close(page: Page, ...layers: Locator[]) {
  for (const layer of layers) {
    await page.keyboard.press('Escape')
    await expect(layer).toHaveCount(0)
  }
  await settled(page)
}

test('attributes are added by the keyboard, filtered by, exported, kept and put away', async ({ page, request }) => {
  const teams = await withTeams(page, request)
  await visit(page, teams)
  const { chooser, picker, field } = await choose(page)
  await expect(field).toBeFocused()
  await field.fill('nothing like it')
  await expect(picker).toContainText('No attribute has “nothing like it”')
  await field.fill('budg')
  const options = picker.getByRole('group', { name: 'Team' }).getByRole('option')
  await expect(options).toHaveText([/^Budgets.*multi-valued$/, /budgets\.value/, /budgets\.display/])
  await field.press('Enter')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await field.fill('remote')
  await field.press('Enter')
  await field.fill('room')
  await field.press('ArrowDown')
  await field.press('Enter')
  await close(page, picker, chooser)
  await expect.poll(() => column(page, 'Budgets')).toEqual(['–\nno value', 'Travel, B-2'])
  await expect.poll(() => column(page, 'Room')).toEqual(['–\nno value', '4,"b"'])
  await expect(header(page, 'Room').getByRole('button')).toHaveCount(0)

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV, columns shown' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain(',Budgets,Remote,Room\r\n')
  expect(text).toContain(',"Travel, B-2",true,"4,""b"""\r\n')

  const red = table(page).locator('tbody tr', { hasText: 'Red' })
  await red.getByText('Yes').hover()
  await red.getByRole('button', { name: 'Filter by this Remote' }).click()
  await page.waitForURL(/attribute=/)
  await expect.poll(() => column(page, 'SCIM Group Name')).toEqual(['Red'])

  // Another provider's schemas don't have them; they come back with the one that has.
  await visit(page, groups)
  await expect(page.getByText('Columns were left out')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Columns were left out' })).toContainText(
    'budgets, remote, room',
  )
  await expect(header(page, 'Room')).toHaveCount(0)
  await visit(page, teams)
  await expect.poll(() => column(page, 'Room')).toEqual(['–\nno value', '4,"b"'])
  await expect(page.getByText('Columns were left out')).toHaveCount(0)

  await page.getByRole('button', { name: 'Columns' }).click()
  await kept(page, () => chooser.getByRole('button', { name: 'Remote: remove' }).click())
  await expect(header(page, 'Remote')).toHaveCount(0)
  await reset(page)
  await expect(header(page, 'Room')).toHaveCount(0)
})

test('a saved filter brings its attributes back', async ({ page, request }) => {
  const name = unique('rooms')
  const teams = await withTeams(page, request)
  await visit(page, `${teams}&name=contains:e`)
  const { chooser, picker, field } = await choose(page)
  await field.fill('room')
  await picker.getByRole('option').click()
  await close(page, picker, chooser)
  await expect.poll(() => column(page, 'Room')).toEqual(['–\nno value', '4,"b"'])
  await page.getByRole('button', { name: 'Save filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save filter' })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/saved=/)
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: 'Columns' }).click()
  await reset(page)
  await expect(header(page, 'Room')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByText(', modified')).toBeAttached()
  await page.getByRole('button', { name: 'Discard Changes' }).click()
  await expect.poll(() => column(page, 'Room')).toEqual(['–\nno value', '4,"b"'])
  await expect(page.getByText(', modified')).toHaveCount(0)

  await page.getByRole('button', { name: 'Columns' }).click()
  await reset(page)
  await expect(header(page, 'Room')).toHaveCount(0)
})
