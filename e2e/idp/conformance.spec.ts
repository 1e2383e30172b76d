import { expect, test } from '@playwright/test'
import { sections } from '@/lib/idp-clients/conformance/checks'
import { runCheck } from '@/lib/idp-clients/conformance/run-check'
import { Talk } from '@/lib/idp-clients/conformance/talk'
import { suite, unique } from '../scim/server'

// What `npm run conformance` checks on any server, on this one. Its clients' conversations are in traces.spec.ts.
// One after the other: they share the people that filters are tried on.
test.describe.configure({ mode: 'default' })

// Skipped here, and why: our limit of a bulk request's size is more than the check sends to anybody.
const NOT_TRIED = ['bulk.max-payload']

let talk: Talk
test.beforeAll(async () => {
  talk = await Talk.start(suite, unique('').replace(/\W/g, ''))
})
test.afterAll(async () => {
  expect(await talk.cleanUp(), 'resources that could not be deleted').toEqual([])
})

for (const { title, checks } of sections)
  test.describe(title, () => {
    for (const check of checks)
      test(`${check.id}: ${check.title} (${check.clause})`, async () => {
        const { outcome } = await runCheck(check, title, talk)
        if (NOT_TRIED.includes(check.id)) expect(outcome.status).toBe('skipped')
        else expect(outcome).toEqual({ status: 'passed' })
      })
  })
