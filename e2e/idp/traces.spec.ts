import { test } from '@playwright/test'
import { startTrace, type TraceRun } from '@/lib/idp-clients/run'
import { traces } from '@/lib/idp-clients/traces'
import { replayed, unique } from '../scim/server'

// One conversation after the other: some read the whole list. Within one, each step needs those before it.
test.describe.configure({ mode: 'default' })

for (const trace of traces)
  test.describe(trace.title, () => {
    test.describe.configure({ mode: 'serial' })
    let run: TraceRun
    test.beforeAll(() => {
      run = startTrace(trace, replayed, unique('r').slice(2))
    })
    test.afterAll(async () => {
      await run.cleanUp()
    })
    for (const step of trace.steps) test(step.name, () => run.step(step))
  })
