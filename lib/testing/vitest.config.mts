import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': fileURLToPath(new URL('./empty.ts', import.meta.url)) },
  },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'e2e/**/*.test.ts'],
    // One database per worker, emptied between files (lib/testing/database.ts).
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    // Vite sets it to its own base path, which is no origin.
    env: { BASE_URL: '' },
    // Ends what hangs; no test is meant to come near, on a slow machine either.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // `npm run coverage`: the protocol has no line that no case of its own reaches.
    coverage: {
      provider: 'v8',
      include: ['lib/scim/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'e2e/results/coverage',
      thresholds: { 100: true },
    },
  },
})
