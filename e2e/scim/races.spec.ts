import { expect, test } from '@playwright/test'
import { Scim } from './client'
import { groupRaces } from './races/groups'
import { userRaces } from './races/users'
import { suite } from './server'

// RACE_TIMES for more of each.
const TIMES = Number(process.env.RACE_TIMES ?? 2)
const races = [...userRaces, ...groupRaces]
let runs = 0

test.describe.configure({ mode: 'default' })

for (const { name, holds, run } of races)
  test(`${name}: ${holds}`, async () => {
    for (let time = 0; time < TIMES; time++) {
      const scim = new Scim(suite, 60)
      try {
        await run(scim)
      } finally {
        await scim.cleanUp()
      }
      runs++
    }
  })

test('all races ran', () => {
  expect(runs).toBe(races.length * TIMES)
  console.log(`» races: ${races.length} kinds, ${runs} runs, wrong = 0`)
})
