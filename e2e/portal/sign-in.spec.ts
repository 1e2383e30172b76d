import { admin, expect, fillSignIn, signIn, test, unique } from './test'

// The browser reports every answer of 401 on its console.
test.use({ expectedMessages: [/401/] })

test('leads to the page that was asked for, with its query', async ({ page }) => {
  await page.goto('/providers?x=1')
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fproviders%3Fx%3D1$/)
  await fillSignIn(page, admin)
  await expect(page).toHaveURL(/\/providers\?x=1$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identity providers')
})

for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', '/api/auth/signout'])
  test(`never leads to ${target}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?${new URLSearchParams({ return: target })}`)
    await fillSignIn(page, admin)
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect(new URL(page.url()).origin).toBe(new URL(baseURL!).origin)
    expect(new URL(page.url()).pathname).toBe('/users')
  })

test('works with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in?return=%2Fproviders')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(admin.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(admin.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/providers')
})

test('says nothing about anyone, and lets password managers in', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page).toHaveTitle('Sign in · Rollcall')
  await expect(page.locator('body')).not.toContainText('@')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('autocomplete', 'username')
  await expect(page.getByLabel('Password')).toHaveAttribute('autocomplete', 'current-password')
})

test('a wrong password and an unknown e-mail are answered alike', async ({ page }) => {
  const answers: string[] = []
  for (const email of [admin.email, `${unique('nobody')}@contoso.example`]) {
    await page.goto('/sign-in')
    await fillSignIn(page, { email, password: 'not-the-password' })
    await expect(page.getByRole('alert').filter({ hasText: 'Not signed in' })).toBeVisible()
    answers.push(await page.locator('main').innerText())
    await expect(page.getByLabel('Password')).toBeFocused()
  }
  expect(answers[0]).toBe(answers[1])
})

test('after five failures of one e-mail it says when to try again', async ({ page }) => {
  const email = `${unique('nobody')}@contoso.example`
  await page.goto('/sign-in')
  for (let failures = 0; failures < 5; failures++) {
    const answered = page.waitForResponse('**/callback/credentials')
    await fillSignIn(page, { email, password: 'not-the-password' })
    await answered
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  }
  await fillSignIn(page, { email, password: 'not-the-password' })
  await expect(page.getByRole('alert').filter({ hasText: 'Too many tries' })).toContainText(
    /Try again at \d\d:\d\d:\d\d/,
  )
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled({ timeout: 20_000 })
})

test('signing out ends the session everywhere, also for whoever kept the cookie', async ({ page, context }) => {
  await signIn(page, '/providers')
  const kept = await context.cookies()
  await page.getByRole('button', { name: /account and preferences/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await context.addCookies(kept)
  await page.goto('/providers')
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fproviders$/)
})

test('the session cookie is out of reach of scripts and of other sites', async ({ page, context }) => {
  await signIn(page, '/providers')
  const cookies = await context.cookies()
  const session = cookies.find(({ name }) => name.endsWith('next-auth.session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test('who is signed in already is led on', async ({ page }) => {
  await signIn(page, '/providers')
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/users$/)
})

test('the icon is where browsers look for it by themselves', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
})
