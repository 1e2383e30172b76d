// How long a click in the portal takes until its rows stand on the screen, in a real browser, against a running server.
//   ADMIN_EMAIL=… ADMIN_PASSWORD=… npx tsx e2e/bench/portal-browser.ts --base=http://127.0.0.1:3000 [--provider=slug]
// CHROMIUM names a browser of the system, where Playwright's own can't be had.
import { parseArgs } from 'node:util'
import { type Page, chromium } from 'playwright'

const { values } = parseArgs({
  options: { base: { type: 'string', default: 'http://127.0.0.1:3000' }, provider: { type: 'string' } },
})
const { ADMIN_EMAIL = '', ADMIN_PASSWORD = '', CHROMIUM } = process.env
const TIMES = 7
const AIM = 300

/** From the click to the last change of the page that it led to. The quiet time after it is not counted. */
async function timed(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const clock = { clicked: 0, changed: 0 }
    Object.assign(globalThis, { rollcallClock: clock })
    for (const kind of ['click', 'keydown'])
      addEventListener(kind, (event) => (clock.clicked ||= event.timeStamp), { capture: true, once: true })
    new MutationObserver(() => {
      if (clock.clicked) clock.changed = performance.now()
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const before = page.url()
  await act()
  await page.waitForURL((url) => url.href !== before)
  await asking(page)
  return page.evaluate(async () => {
    const { rollcallClock: clock } = globalThis as unknown as { rollcallClock: { clicked: number; changed: number } }
    while (
      document.querySelector('[aria-busy=true]') ||
      performance.now() - Math.max(clock.changed, clock.clicked) < 350
    )
      await new Promise((resolve) => setTimeout(resolve, 25))
    return clock.changed - clock.clicked
  })
}

/** Waits until nothing is asked of the server any more. */
async function asking(page: Page) {
  await page.waitForTimeout(50)
  await page.waitForLoadState('networkidle')
  while (pending > 0) await page.waitForTimeout(20)
}

const nav = (title: string) => (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title }).click()
const header = (title: string) => (page: Page) =>
  page.getByRole('columnheader', { name: title }).getByRole('button').first().click()
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click()
const viewRow = (page: Page) =>
  page.locator('tbody tr:nth-child(3)').getByRole('link', { name: /^View/ }).press('Enter')

type Action = [name: string, from: string, act: (page: Page) => Promise<unknown>]
const enter = (text: string) => async (page: Page) => {
  const editor = page.getByRole('dialog').last()
  await editor.getByRole('textbox').last().fill(text)
}

/** What is typed first, untimed; then the click that is timed. */
const filterBy = (chip: string, text: string): Pick<Measured, 'prepare' | 'act'> => ({
  prepare: async (page) => {
    await page
      .getByRole('region', { name: 'Filters' })
      .getByRole('button', { name: new RegExp(`^${chip}\\b`) })
      .click()
    await enter(text)(page)
  },
  act: (page) => page.getByRole('dialog').last().getByRole('button', { name: 'Apply' }).click(),
})

interface Measured {
  name: string
  from: string
  prepare?: (page: Page) => Promise<unknown>
  act: (page: Page) => Promise<unknown>
}
const simple = ([name, from, act]: Action): Measured => ({ name, from, act })

const actions: Measured[] = [
  ...(
    [
      ['Attributes → Users', '/attributes', nav('Users')],
      ['Users → Groups', '/users', nav('Groups')],
      ['Users → Sync Logs', '/users', nav('Sync Logs')],
      ['Users → Attributes', '/users', nav('Attributes')],
      ['Users: sort by user name', '/users', header('SCIM User Name')],
      ['Users: next page', '/users', button('Next page')],
      ['Users: View', '/users', viewRow],
      ['Groups: sort by name', '/groups', header('SCIM Group Name')],
      ['Groups: View', '/groups', viewRow],
      ['Sync Logs: older', '/sync-logs', button('Older')],
      ['Sync Logs: View', '/sync-logs', viewRow],
    ] satisfies Action[]
  ).map(simple),
  { name: 'Users: user name contains', from: '/users', ...filterBy('SCIM User Name', '99') },
  { name: 'Users: group name contains', from: '/users', ...filterBy('SCIM Group Name', 'a') },
  {
    name: 'Users: internal id',
    from: '/users',
    ...filterBy('Internal User ID', '01900000-0000-7000-8000-000000000000'),
  },
  { name: 'Groups: name contains', from: '/groups', ...filterBy('SCIM Group Name', 'team 1') },
  { name: 'Groups: of users whose name contains', from: '/groups', ...filterBy('SCIM User Name', 'lena') },
  { name: 'Sync Logs: entity name contains', from: '/sync-logs', ...filterBy('Entity Name', 'lena') },
  {
    name: 'Sync Logs: payload names an id',
    from: '/sync-logs',
    ...filterBy('Payload Search Entity ID', '01900000-0000-7000-8000-000000000000'),
  },
]

const browser = await chromium.launch({
  ...(CHROMIUM && { executablePath: CHROMIUM }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ baseURL: values.base, viewport: { width: 1440, height: 900 } })
let pending = 0
page.on('request', () => pending++)
for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => pending--)
await page.goto('/sign-in')
await page.getByLabel('E-mail').fill(ADMIN_EMAIL)
await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD)
await page.getByRole('button', { name: 'Sign in' }).click()
await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
const suffix = values.provider ? `provider=${values.provider}` : ''

console.log(`${'from the click to the rows, milliseconds'.padEnd(44)}${'median'.padStart(8)}${'worst'.padStart(8)}`)
for (const { name, from, prepare, act } of actions) {
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    await page.goto(`${from}${suffix && `?${suffix}`}`, { waitUntil: 'networkidle' })
    await prepare?.(page)
    times.push(await timed(page, () => act(page)))
  }
  times.sort((a, b) => a - b)
  const [median = 0, worst = 0] = [times[times.length >> 1], times.at(-1)]
  console.log(
    `${name.padEnd(44)}${median.toFixed(0).padStart(8)}${worst.toFixed(0).padStart(8)}${median > AIM ? '  over the aim' : ''}`,
  )
}

console.log(
  `\n${'first load of a page, nothing cached'.padEnd(44)}${'ms'.padStart(8)}${'scripts, kB compressed'.padStart(26)}`,
)
const pages = ['/attributes', '/users', '/groups', '/sync-logs', '/providers', '/providers/contoso-okta', '/help/users']
const session = await page.context().storageState()
for (const path of pages) {
  const loads: { ms: number; bytes: number }[] = []
  for (let turn = 0; turn < TIMES; turn++) loads.push(await firstLoad(`${path}${suffix && `?${suffix}`}`))
  loads.sort((a, b) => a.ms - b.ms)
  const { ms = 0, bytes = 0 } = loads[loads.length >> 1] ?? {}
  console.log(`${path.padEnd(44)}${ms.toFixed(0).padStart(8)}${(bytes / 1000).toFixed(0).padStart(26)}`)
}
await browser.close()

/** In a browser that has nothing of it: until the page's content is drawn, and what its scripts weigh on the wire. */
async function firstLoad(path: string) {
  const context = await browser.newContext({ baseURL: values.base, storageState: session })
  const fresh = await context.newPage()
  const protocol = await context.newCDPSession(fresh)
  const scripts = new Set<string>()
  let bytes = 0
  await protocol.send('Network.enable')
  protocol.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await fresh.addInitScript(() => {
    const look = () => {
      // Neither bars in the rows' place, nor the page before them.
      if (document.querySelector('main h1') && !document.querySelector('main .animate-breathe, [aria-busy=true]'))
        Object.assign(globalThis, { drawnAt: performance.now() })
      else requestAnimationFrame(look)
    }
    look()
  })
  await fresh.goto(path, { waitUntil: 'networkidle' })
  const ms = await fresh.evaluate(() => (globalThis as unknown as { drawnAt: number }).drawnAt)
  await context.close()
  return { ms, bytes }
}
