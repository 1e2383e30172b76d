import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/client'
import { useDatabase } from '@/lib/testing/database'
import { authenticate } from './authenticate'
import { ensureFirstAdmin } from './first-admin'
import { SlowDown } from './slow-down'

const shared = globalThis as { rollcallSignInPace?: unknown }
const email = 'mara.lindqvist@contoso.example'
const password = 'correct-horse-1'

useDatabase()
beforeEach(async () => {
  shared.rollcallSignInPace = undefined
  await ensureFirstAdmin(email, password)
})
afterEach(() => void vi.useRealTimers())

test.each([email, ' MARA.Lindqvist@Contoso.example '])(
  'the e-mail counts without case and blanks: %j',
  async (given) => {
    expect(await authenticate({ email: given, password })).toMatchObject({ admin: { email, name: 'Mara Lindqvist' } })
  },
)

test.each([
  ['a wrong password', { email, password: 'correct-horse-2' }],
  ['another case in the password', { email, password: password.toUpperCase() }],
  ['an unknown e-mail', { email: 'nobody@contoso.example', password }],
  ['no e-mail', { email: '', password }],
  ['no password', { email, password: '' }],
  ['a password of a megabyte', { email, password: 'x'.repeat(1_000_000) }],
])('%s is refused like every other', async (_, given) => {
  expect(await authenticate(given)).toEqual({ refused: 'credentials' })
})

test('an unknown e-mail costs as much hashing as a wrong password', async () => {
  const time = async (one: string) => {
    const started = performance.now()
    await authenticate({ email: one, password: 'wrong-password-1' })
    return performance.now() - started
  }
  await time('warm-up@contoso.example')
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < 4; i++) {
    known.push(await time(email))
    unknown.push(await time('nobody@contoso.example'))
  }
  // The quickest of four on either side: what else the machine does only adds.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
})

describe('slowing down', () => {
  const fail = (given: Partial<Parameters<typeof authenticate>[0]> = {}) =>
    authenticate({ email, password: 'wrong-password-1', ...given })
  const failures = async (count: number, given?: (i: number) => Parameters<typeof fail>[0]) => {
    for (let i = 0; i < count; i++) expect(await fail(given?.(i))).toEqual({ refused: 'credentials' })
  }

  test.each([email, 'nobody@contoso.example'])('after five failures of one e-mail: %s', async (one) => {
    await failures(5, () => ({ email: one }))
    expect(await fail({ email: one })).toEqual({ refused: 'slow-down', seconds: 15 })
    // The right password has to wait as well, or the wait would be no hindrance.
    expect(await authenticate({ email: one, password })).toMatchObject({ refused: 'slow-down' })
  })

  test('after twenty failures from one address, whatever the e-mail', async () => {
    await failures(20, (i) => ({ email: `guess-${i}@contoso.example`, address: '203.0.113.7' }))
    expect(await fail({ address: '203.0.113.7' })).toMatchObject({ refused: 'slow-down' })
    expect(await authenticate({ email, password, address: '203.0.113.8' })).toMatchObject({ admin: { email } })
  })

  test('many tries at once are counted one by one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => fail()))
    expect(outcomes.length).toBe(12)
    expect(await fail()).toMatchObject({ refused: 'slow-down' })
  })

  test('signing in forgets the failures before it', async () => {
    await failures(4)
    expect(await authenticate({ email, password })).toMatchObject({ admin: { email } })
    await failures(4)
  })

  test('signing in often from one address is no guessing', async () => {
    for (let i = 0; i < 25; i++)
      expect(await authenticate({ email, password, address: '203.0.113.7' })).toHaveProperty('admin')
  })

  test('signing in does not forget what failed from that address before', async () => {
    await failures(19, (i) => ({ email: `guess-${i}@contoso.example`, address: '203.0.113.7' }))
    expect(await authenticate({ email, password, address: '203.0.113.7' })).toHaveProperty('admin')
    await failures(1, () => ({ email: 'last@contoso.example', address: '203.0.113.7' }))
    expect(await fail({ address: '203.0.113.7' })).toMatchObject({ refused: 'slow-down' })
  })

  test('each failure beyond the free ones doubles the wait, up to the longest', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const pace = new SlowDown({ free: 2, firstWait: 10, longestWait: 35, memory: 3600 })
    const waits: number[] = []
    for (let i = 0; i < 5; i++) {
      await pace.count('one')
      waits.push(await pace.waiting('one'))
      await vi.advanceTimersByTimeAsync(waits.at(-1)! * 1000 + 1)
      expect(await pace.waiting('one')).toBe(0)
    }
    expect(waits).toEqual([0, 10, 20, 35, 35])
    expect(await pace.waiting('another')).toBe(0)
  })
})

test('passwords are kept as argon2id hashes alone', async () => {
  const { passwordHash } = await database().prisma.admin.findFirstOrThrow()
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
