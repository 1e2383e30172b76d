import { existsSync } from 'node:fs'
import { step } from '../../server/progress.mjs'
import { aptInstall, output } from './commands.mjs'

const SYSTEM = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that starts: Playwright's own, else one of the system, else one that is installed now.
 * @returns its name, and its path unless it is Playwright's own
 * @throws Error saying what to do
 */
export async function findBrowser() {
  const found = (await own()) ?? (await system())
  if (found) return found
  try {
    await step('Downloading a browser', process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
    const downloaded = await own()
    if (downloaded) return downloaded
  } catch {
    console.log('  Playwright’s browser can’t be downloaded here.')
  }
  const installed = (await aptInstall('chromium')) && (await system())
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium, and none was found that starts. Install one (apt-get install chromium, or Google ' +
      'Chrome), or let Playwright do it: npx playwright install --with-deps chromium',
  )
}

async function own() {
  const { chromium } = await import('playwright')
  if (!existsSync(chromium.executablePath())) return undefined
  // Without its libraries it is there and does not start.
  const started = await chromium.launch({ args: ['--no-sandbox'] }).catch(() => undefined)
  if (!started) return undefined
  const name = `Chromium ${started.version()} (Playwright’s own)`
  await started.close()
  return { name, path: undefined }
}

async function system() {
  for (const path of SYSTEM) {
    const version = existsSync(path) && output(path, ['--version', '--no-sandbox'])
    if (version) return { name: `${version} (${path})`, path }
  }
  return undefined
}
