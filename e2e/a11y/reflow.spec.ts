import type { Page } from '@playwright/test'
import { okta, openFilter, settled, test, view, visit } from '../portal/fixtures'
import { expect } from '../portal/test'

// What slides in is not there yet.
test.use({ contextOptions: { reducedMotion: 'reduce' }, expectedMessages: [/404/] })

const paths = [
  ...['/users', '/groups', '/sync-logs', '/attributes'].map((path) => `${path}?provider=${okta}&rows=10`),
  ...['/providers', `/providers/${okta}`, '/help', '/help/users', '/nowhere'],
]

/** Elements that reach over the window's right edge where nothing scrolls, and text that its box cuts off unseen. */
const lost = () => {
  const scrolls = (element: Element) => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true
    return false
  }
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility())
  const over = shown.filter(
    (element) =>
      element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element) && !element.closest('.sr-only'),
  )
  const page = document.scrollingElement!
  return {
    over: over.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
    sideways: page.scrollWidth - page.clientWidth,
  }
}
const nothingLost = async (page: Page) => expect(await page.evaluate(lost)).toEqual({ over: [], sideways: 0 })

for (const [name, viewport] of [
  ['at 200 % (WCAG 1.4.4)', { width: 720, height: 450 }],
  ['360 px wide (WCAG 1.4.10)', { width: 360, height: 640 }],
] as const)
  test(`nothing is lost ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    for (const path of paths) {
      await visit(page, path)
      await settled(page)
      await test.step(path, () => nothingLost(page))
    }
    await visit(page, paths[0]!)
    const editor = await openFilter(page, 'Last Updated')
    await editor.getByRole('button', { name: 'Apply' }).scrollIntoViewIfNeeded()
    await expect(editor.getByRole('button', { name: 'Apply' })).toBeInViewport({ ratio: 1 })
    await nothingLost(page)
    await page.keyboard.press('Escape')
    await view(page, 1)
    await nothingLost(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: 'Check NameID' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await nothingLost(page)
  })

test('text spaced out is whole (WCAG 1.4.12)', async ({ page }) => {
  for (const path of paths) {
    await visit(page, path)
    const cut = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
      // Words of controls and headings; long values are cut by design, and whole on hover.
      return [...document.querySelectorAll<HTMLElement>('button, h1, h2, label, [role=tab]')]
        .filter(
          (element) => element.checkVisibility() && element.innerText.trim() && !element.closest('tbody, .sr-only'),
        )
        .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0)
        .map((element) => element.innerText)
    })
    expect(cut, path).toEqual([])
  }
})

test('no animation runs for whoever wants none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await visit(page, paths[0]!)
  await page.evaluate(() => {
    for (const kind of ['animationstart', 'transitionstart'])
      document.addEventListener(kind, (event) => document.body.setAttribute('data-moved', String(event.target)))
  })
  await openFilter(page, 'Status')
  await page.keyboard.press('Escape')
  await view(page, 1)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await settled(page)
  await expect(page.locator('body')).not.toHaveAttribute('data-moved')
})
