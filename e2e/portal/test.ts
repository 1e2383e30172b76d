import { expect as playwrightExpect, test as base, type Page } from '@playwright/test'

/** Patient: these tests share a small machine with builds and databases. */
export const expect = playwrightExpect.configure({ timeout: 20_000 })

const { ADMIN_EMAIL = '', ADMIN_PASSWORD = '' } = process.env

/** The administrator of the server under test. */
export const admin = { email: ADMIN_EMAIL, password: ADMIN_PASSWORD }

/**
 * Playwright's test, in which an unexpected message on the browser's console is a failure.
 * `expectedMessages`: what a test provokes on purpose, such as a refused sign-in.
 */
export const test = base.extend<{ expectedMessages: RegExp[]; quiet: void }>({
  expectedMessages: [[], { option: true }],
  quiet: [
    async ({ page, expectedMessages }, use) => {
      const said: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          said.push(`${message.text()} ${message.location().url}`)
      })
      page.on('pageerror', (error) => said.push(String(error)))
      await use()
      expect(said.filter((text) => !expectedMessages.some((expected) => expected.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

/** Signs the administrator in by the form, and waits for the page that was asked for. */
export async function signIn(page: Page, path = '/users') {
  await page.goto(`/sign-in?${new URLSearchParams({ return: path })}`)
  await fillSignIn(page, admin)
  await page.waitForURL((url) => url.pathname + url.search === path)
}

/** Fills the sign-in form and sends it. */
export async function fillSignIn(page: Page, given: { email: string; password: string }) {
  await page.getByLabel('E-mail').fill(given.email)
  await page.getByLabel('Password').fill(given.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A text that no other test of this run uses. */
export const unique = (name: string) => `${name}-${Math.random().toString(36).slice(2, 8)}`
