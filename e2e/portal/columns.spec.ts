import type { Page } from '@playwright/test'
import { okta, settled, table, test, visit } from './fixtures'
import { expect } from './test'

// On a page where no other test arranges columns: that is kept for the administrator.
const attributes = `/attributes?provider=${okta}&rows=10`

const header = (page: Page, title: string) => table(page).getByRole('columnheader', { name: title, exact: true })
const edge = (page: Page, title: string) => page.getByRole('separator', { name: `Width of ${title}` })
const widthOf = async (page: Page, title: string) => (await header(page, title).boundingBox())!.width

async function chooser(page: Page) {
  await page.getByRole('button', { name: 'Columns' }).click()
  return page.getByRole('dialog', { name: 'Columns' })
}

async function reset(page: Page) {
  const columns = await chooser(page)
  await columns.getByRole('button', { name: 'Reset' }).click()
  await columns.getByText('normal').click()
  await page.keyboard.press('Escape')
}

test.describe.configure({ mode: 'serial' })

test('a column is made wider by its edge, with the pointer and the keyboard, and stays so', async ({ page }) => {
  await visit(page, attributes)
  await reset(page)
  const [title, neighbour] = ['Type', 'Unique Attribute']
  const [before, beside] = [await widthOf(page, title), await widthOf(page, neighbour)]
  const box = (await edge(page, title).boundingBox())!
  await page.mouse.move(box.x + box.width - 1, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 39, box.y + 12, { steps: 4 })
  await expect.poll(() => widthOf(page, title)).toBeCloseTo(before + 40, 0)
  await page.mouse.up()
  await edge(page, title).press('ArrowRight')
  await edge(page, title).press('Shift+ArrowRight')
  await expect.poll(() => widthOf(page, title)).toBeCloseTo(before + 88, 0)
  expect(await widthOf(page, neighbour)).toBeCloseTo(beside, 0)
  await expect(edge(page, title)).toHaveAttribute('aria-valuenow', String(Math.round(before + 88)))

  await page.waitForLoadState('networkidle')
  await visit(page, attributes)
  expect(await widthOf(page, title)).toBeCloseTo(before + 88, 0)
  await edge(page, title).dblclick()
  await expect.poll(() => widthOf(page, title)).toBeCloseTo(before, 0)
})

test('a pinned column stays in view while the others are scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 })
  await visit(page, attributes)
  const columns = await chooser(page)
  await columns.getByRole('button', { name: 'SCIM Attribute: pin at the left' }).click()
  await page.keyboard.press('Escape')
  const place = async () => (await header(page, 'SCIM Attribute').boundingBox())!.x
  const region = page.getByRole('region', { name: /, table$/ })
  const [before, other] = [await place(), header(page, 'Type')]
  const away = (await other.boundingBox())!.x
  await region.evaluate((element) => element.scrollTo({ left: 300 }))
  await expect.poll(async () => (await other.boundingBox())!.x).toBeLessThan(away)
  expect(await place()).toBeCloseTo(before, 0)
  await reset(page)
})

test('rows are as high as was chosen', async ({ page }) => {
  await visit(page, attributes)
  const height = async () => (await table(page).locator('tbody tr').first().boundingBox())!.height
  const columns = await chooser(page)
  for (const [name, pixels] of [
    ['compact', 32],
    ['relaxed', 48],
    ['normal', 40],
  ] as const) {
    await columns.getByText(name).click()
    await expect.poll(height).toBeCloseTo(pixels, 0)
  }
  await settled(page)
})
