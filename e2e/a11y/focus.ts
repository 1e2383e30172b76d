import type { Page } from '@playwright/test'
import { expect } from '../portal/test'

/** What has the focus, as somebody sees it. */
const look = () => {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return { name: 'nothing' }
  const box = at.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  // A hidden input shows its focus on its label.
  const ringed = at.closest<HTMLElement>('label')
  const label = ringed ? getComputedStyle(ringed) : undefined
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight - box.top) / 2]
  const top = document.elementFromPoint(x, y)
  return {
    name: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim() || at.getAttribute('name') || at.tagName,
    // A layer takes the focus as a whole, and its edges are seen.
    seen:
      at.matches('[role=dialog], [role=menu], main') ||
      (outlineStyle !== 'none' && outlineWidth !== '0px') ||
      (label !== undefined && label.outlineStyle !== 'none') ||
      at.matches('[role=menuitem][data-highlighted], [role=menuitemradio][data-highlighted], [role=combobox]'),
    covered: !(top && (at.contains(top) || top.contains(at) || (ringed?.contains(top) ?? false))),
  }
}

/** The focus is somewhere, it can be seen, and nothing lies over it (WCAG 2.4.7, 2.4.11). Returns the name of what has it. */
export async function focusSeen(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(look)).toMatchObject({ seen: true, covered: false })
  return (await page.evaluate(look)).name
}

/** Goes on with Tab (or back, with Shift) to the control of this name, and sees the focus at each stop. */
export async function tabTo(page: Page, name: RegExp, how: 'forward' | 'back' = 'forward') {
  const stops: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(how === 'back' ? 'Shift+Tab' : 'Tab')
    const stop = await focusSeen(page)
    if (name.test(stop)) return
    stops.push(stop)
  }
  throw new Error(`${name} was not reached, but ${stops.join(' | ')}`)
}
