// node e2e/screenshots/run.mjs: the pictures of the README, taken from the demo, light and dark, into .github/images.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../../lib/testing/run/browser.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const FOLDER = '.github/images'
const SIZE = { width: 1440, height: 900 }
const PICTURES = { users: '/users' }
const admin = { ADMIN_EMAIL: 'ann@rollcall.example', ADMIN_PASSWORD: 'correct-horse-battery' }

/** The demo's address, once its people have been pushed. */
function demoReady(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
      const address = /Portal\s+(http:\/\/\S+)/.exec(output)?.[1]
      // The first push is over then.
      if (address && output.includes('Live traffic goes on')) resolve(address)
    })
    child.on('exit', (code) => reject(new Error(`The demo ended (${code}).\n${output}`)))
  })
}

async function takePictures(origin) {
  const { chromium } = await import('playwright')
  const { path } = await findBrowser()
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  for (const scheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: SIZE, colorScheme: scheme, baseURL: origin, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto('/users')
    await page.getByLabel('E-mail').fill(admin.ADMIN_EMAIL)
    await page.getByLabel('Password').fill(admin.ADMIN_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/users**')
    for (const [name, address] of Object.entries(PICTURES)) {
      await page.goto(address)
      await page.getByRole('row').nth(5).waitFor()
      await page.screenshot({ path: `${FOLDER}/${name}-${scheme}.png` })
    }
    await context.close()
  }
  await browser.close()
}

mkdirSync(FOLDER, { recursive: true })
const child = spawn(process.execPath, ['lib/server/start.mjs', '--demo'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, ...admin, PORT: '0' },
})
try {
  await takePictures(await demoReady(child))
} finally {
  child.kill('SIGTERM')
}
