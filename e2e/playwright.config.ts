import { defineConfig } from '@playwright/test'

// Runs against a server that is already started: BASE_URL, and for the endpoint three providers with their tokens
// (SCIM_PROVIDER, SCIM_TOKEN, …_2, …_3; the third as lib/testing/run/extended-provider.mjs makes it) and an OAuth client of
// the second (SCIM_CLIENT_ID, SCIM_CLIENT_SECRET, SCIM_CLIENT_KEYS: its private keys as a JWK Set), for the portal
// ADMIN_EMAIL and ADMIN_PASSWORD. `npm test` starts one for each door and database. CHROMIUM names a browser of the
// system, where Playwright's own can't be had.
const { BASE_URL = 'http://127.0.0.1:3000', CHROMIUM, JSON_REPORT } = process.env

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Generous: a busy machine is no failure.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: JSON_REPORT ? [['dot'], ['json', { outputFile: JSON_REPORT }]] : 'list',
  use: {
    baseURL: BASE_URL,
    // No trace: recording one costs more than the test. A failure leaves a picture and what was on the page.
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: { executablePath: CHROMIUM || undefined, args: asRoot ? [...quiet, '--no-sandbox'] : quiet },
  },
  projects: [
    { name: 'scim', testMatch: ['scim/**/*.spec.ts', 'idp/**/*.spec.ts'] },
    // These start and stop servers of their own.
    { name: 'server', testMatch: ['server/**/*.spec.ts'], timeout: 240_000 },
    { name: 'kill', testMatch: ['kill/**/*.spec.ts'] },
    { name: 'fuzz', testMatch: ['fuzz/**/*.spec.ts'] },
    { name: 'portal', testMatch: ['portal/**/*.spec.ts', 'a11y/**/*.spec.ts'] },
  ],
})
