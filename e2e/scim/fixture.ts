import { test as base } from '@playwright/test'
import { Scim } from './client'
import { replayed, suite } from './server'

/** `scim` talks to the suite's provider, `other` to another one. What they make is gone after the test. */
export const test = base.extend<{ scim: Scim; other: Scim }>({
  scim: async ({}, use) => {
    const scim = new Scim(suite)
    await use(scim)
    await scim.cleanUp()
  },
  other: async ({}, use) => {
    const scim = new Scim(replayed)
    await use(scim)
    await scim.cleanUp()
  },
})
export { expect } from '@playwright/test'
