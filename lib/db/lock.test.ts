import { mkdtempSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './lock'

const folder = () => mkdtempSync(join(tmpdir(), 'rollcall-lock-'))

test('a folder is taken by one, who is named to the other, and free again afterwards', async () => {
  const path = folder()
  const lock = await lockFolder(path, 'http://127.0.0.1:3000')
  await expect(lockFolder(path)).rejects.toThrow(`in use by process ${process.pid} (http://127.0.0.1:3000)`)
  await lock.release()
  await (await lockFolder(path)).release()
  expect(existsSync(join(path, 'lock'))).toBe(false)
})

test('a folder whose path is too long for a socket is locked too', async () => {
  const path = join(folder(), 'x'.repeat(120))
  const lock = await lockFolder(path)
  await expect(lockFolder(path)).rejects.toThrow('in use by process')
  await lock.release()
})

test('of several at once one has it', async () => {
  const path = folder()
  const tried = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(path)))
  const got = tried.filter((one) => one.status === 'fulfilled')
  expect(got).toHaveLength(1)
  await got[0]!.value.release()
})
