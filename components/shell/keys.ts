/**
 * What a key does. A control that a key stands for says so by `aria-keyshortcuts`; the last one of them that can be seen
 * is pressed, so that what lies on top goes first.
 */
export const keys = [
  { key: '/', does: 'Find by name' },
  { key: 'F', does: 'Add a filter' },
  { key: 'C', does: 'Choose columns' },
  { key: 'R', does: 'Refresh' },
  { key: 'J', does: 'Next row' },
  { key: 'K', does: 'Previous row' },
  { key: 'Enter', does: 'Open the row' },
  { key: 'Y', does: 'Copy what names the row' },
  { key: 'Esc', does: 'Close what lies on top' },
  { key: 'Ctrl K', does: 'Go to a page, a user or a group' },
  { key: '?', does: 'Show these keys' },
] as const

/** Where letters are text, or choose among what is offered there. */
const TAKES_LETTERS =
  'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]:not([data-drawer])'

const controlOf = (key: string) =>
  [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`)]
    .filter((control) => control.getClientRects().length > 0 && !control.matches(':disabled'))
    .at(-1)

/** Does what a key stands for. False when it stands for nothing here. */
export function pressKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || key.length > 1) return false
  if (target instanceof Element && target.closest(TAKES_LETTERS)) return false
  const letter = key.toUpperCase()
  const control = controlOf(letter)
  if (control) {
    // A layer that has just closed gives the focus back in a timer; what opens before that would lose it, and close again.
    setTimeout(() => {
      control.focus()
      if (control.getAttribute('aria-haspopup') === 'menu') openMenu(control)
      else control.click()
    })
    return true
  }
  if (letter === 'J' || letter === 'K') return moveRow(letter === 'J' ? 1 : -1)
  return letter === 'Y' && copyRow()
}

/** Menus open when a pointer goes down or a key does, not on a click. */
const openMenu = (control: HTMLElement) =>
  control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))

/** Moves the focus to the next row's link, from the row that it is in. */
function moveRow(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row] [data-view]')]
  const now = links.indexOf(rowWithFocus()?.querySelector<HTMLElement>('[data-view]') ?? document.body)
  const next = links[now < 0 ? (by > 0 ? 0 : links.length - 1) : now + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

function copyRow(): boolean {
  const button = (rowWithFocus() ?? document.querySelector('[data-row][data-open]'))?.querySelector<HTMLElement>(
    '[data-copy]',
  )
  button?.click()
  return Boolean(button)
}

const rowWithFocus = () => document.activeElement?.closest<HTMLElement>('[data-row]')
