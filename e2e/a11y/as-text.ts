import type { Page } from '@playwright/test'
import { expect } from '../portal/test'

/** Fails on whatever a value could make a page do. Violations of the policy and errors are on the console, where `test` sees them. */
export function quietly(page: Page) {
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog: ${dialog.message()}`)
  })
}

/** Nothing ran, nothing is drawn that could turn the words around it, and nothing makes the page wider than the window. */
export async function shownAsText(page: Page) {
  const seen = await page.evaluate(() => ({
    harmed: 'harmed' in window,
    turning: /[\u200E\u200F\u202A-\u202E\u2066-\u2069].{0,20}/.exec(document.body.innerText)?.[0],
    elements: document.querySelectorAll('img[src=x], script:not([src]):not([nonce])').length,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  expect(seen).toEqual({ harmed: false, elements: 0, wider: 0 })
}
