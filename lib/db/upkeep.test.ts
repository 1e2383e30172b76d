import { describe, expect, test } from 'vitest'
import { useDatabase } from '@/lib/testing/database'
import { database } from './client'
import { startUpkeep } from './upkeep'
import { type Table, nextStep } from './upkeep-steps'

const MIB = 1024 * 1024
const clean: Table = { name: 'users', pages: 1000, knownPages: 1000, visiblePages: 1000 }
const measures = (table: Partial<Table>, more = {}) => ({
  sinceCheckpoint: 0,
  written: 10 * MIB,
  tables: [{ ...clean, ...table }],
  ...more,
})

describe('the next step', () => {
  test.each([
    ['nothing where all is well', measures({}), undefined],
    ['a checkpoint after 32 MiB', measures({}, { sinceCheckpoint: 33 * MIB }), 'checkpoint'],
    ['statistics for a table that has none', measures({ knownPages: 0, visiblePages: 0 }), 'analyze'],
    ['statistics for a table that grew', measures({ pages: 1400 }), 'analyze'],
    ['nothing for a small table', measures({ pages: 20, knownPages: 0 }), undefined],
    ['statistics after many changes in place', measures({}, { written: 40 * MIB }), 'analyze'],
    ['a vacuum where many pages hold changes', measures({ visiblePages: 500 }), 'vacuum'],
  ])('is %s', (_, given, kind) => {
    expect(nextStep(given, new Map())?.kind).toBe(kind)
  })

  test('is no vacuum right after one', () => {
    const history = new Map([['users', { analyzed: 10 * MIB, vacuumed: 10 * MIB }]])
    expect(nextStep(measures({ visiblePages: 0 }), history)).toBeUndefined()
  })
})

describe('on the database', () => {
  useDatabase()

  test('statistics and visibility come by themselves', async () => {
    const { pool, kind } = database()
    await pool.query(`
      insert into sync_log (id, provider_id, at, method, url, action, status, duration_ms)
      select gen_random_uuid(), gen_random_uuid(), now(), 'POST', '/Users', 'created', 201, 1
      from generate_series(1, 20000)`)
    const upkeep = startUpkeep(database(), 20)
    const known = async () => {
      const { rows } = await pool.query(`select reltuples, relallvisible from pg_class where relname = 'sync_log'`)
      return rows[0] as { reltuples: number; relallvisible: number }
    }
    if (kind === 'embedded') {
      await expect.poll(known, { timeout: 20_000, interval: 1000 }).toMatchObject({ reltuples: 20000 })
      await expect
        .poll(async () => (await known()).relallvisible, { timeout: 20_000, interval: 1000 })
        .toBeGreaterThan(100)
    }
    await upkeep.stop()
  })
})
