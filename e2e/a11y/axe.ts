import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../portal/test'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
interface Axe {
  run(context: object, options: object): Promise<Results>
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme can change. */
const ofColours = ['color-contrast', 'link-in-text-block']

// @axe-core/playwright puts half a megabyte into the page for each look at it. Here a page gets it once, for both themes.
const ofAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core')
let source: Promise<string> | undefined

/**
 * Finds nothing against WCAG 2.0–2.2 A and AA or axe's best practice, light and dark.
 * @param part selector of what came on top, where the rest was looked at before
 */
export async function expectAccessible(page: Page, state: string, part = 'html'): Promise<void> {
  // A page's title may come after its content.
  await expect(page).toHaveTitle(/./)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await (source ??= readFile(ofAxe, 'utf8')))
  const [light, dark] = await page.evaluate(
    async ({ part, tags, ofColours }) => {
      const { axe } = window as unknown as { axe: Axe }
      const root = document.documentElement
      const worn = root.dataset['theme'] ?? ''
      const look = async (theme: string, runOnly: object) => {
        root.dataset['theme'] = theme
        return axe.run({ include: [[part]] }, { runOnly, resultTypes: ['violations'], preload: false })
      }
      try {
        const light = await look('light', { type: 'tag', values: tags })
        const dark = await look('dark', { type: 'rule', values: ofColours })
        return [light.violations, dark.violations]
      } finally {
        root.dataset['theme'] = worn
      }
    },
    { part, tags, ofColours },
  )
  expect.soft(faults(light), `${state}, light`).toEqual([])
  expect.soft(faults(dark), `${state}, dark`).toEqual([])
}

const faults = (violations: Results['violations'] = []) =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target, any, all, none }) => ({
      rule: `${id}: ${help}`,
      at: target.join(' '),
      html: html.slice(0, 200),
      why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
    })),
  )
