import type { Page } from '@playwright/test'
import { nobody, ownProvider, settled, test, visit } from '../portal/fixtures'
import { expect, fillSignIn } from '../portal/test'
import { expectAccessible } from './axe'
import { provider, providers } from './states/providers'
import { shell } from './states/shell'
import type { Shown } from './states/state'
import { attributes, groups, logs, users, withoutRows } from './states/tables'

// A colour on its way to another is neither.
test.use({ contextOptions: { reducedMotion: 'reduce' }, expectedMessages: [/404|401|ERR_FAILED/] })

// Much is looked at in one test, and the machine may be busy.
test.setTimeout(300_000)

const layers = '[role=dialog], [role=menu]'

async function look(page: Page, { name, path, states }: Shown) {
  await visit(page, path)
  await settled(page)
  await expectAccessible(page, name)
  for (const { name: state, open, whole, close } of states) {
    await test.step(state, async () => {
      await open(page)
      if (!whole) await expect(page.locator(layers).first()).toBeVisible()
      await settled(page)
      await expectAccessible(page, `${name}: ${state}`, whole ? 'html' : layers)
      if (close === 'stay') return
      if (close) await close(page)
      else await page.keyboard.press('Escape')
      await expect(page.locator(layers)).toHaveCount(0)
    })
  }
}

for (const shown of [users, groups, logs, attributes, withoutRows, providers, shell])
  test(`nothing in the way: ${shown.name}`, ({ page }) => look(page, shown))

test('nothing in the way: one provider', async ({ page, request }) => {
  const { slug } = await ownProvider(page, request)
  await look(page, provider(`/providers/${slug}`))
})

test.describe('without a session', () => {
  test.use(nobody)
  test('nothing in the way: sign-in', async ({ page }) => {
    await page.goto('/sign-in')
    await expectAccessible(page, 'sign-in')
    await fillSignIn(page, { email: 'nobody@contoso.example', password: 'not-the-password' })
    await expect(page.getByRole('alert').filter({ hasText: 'Not signed in' })).toBeVisible()
    await expectAccessible(page, 'sign-in, refused')
  })
})

test.describe('before the first rows', () => {
  test('nothing in the way: skeleton', async ({ page }) => {
    // What is streamed first, without what takes its place.
    await page.route('**/users', async (route) => {
      const answer = await route.fetch()
      const [first = ''] = (await answer.text()).split('<div hidden id="S:')
      await route.fulfill({ response: answer, body: first })
    })
    await page.route('**/*.js', (route) => route.abort())
    await page.goto('/users')
    await expect(page.getByRole('status', { name: 'Loading users' })).toBeVisible()
    await expectAccessible(page, 'skeleton')
  })
})
