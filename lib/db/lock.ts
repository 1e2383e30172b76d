import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'

// The kernel keeps this lock: a socket answers as long as its process lives, however it ends, and a number that another
// process was given since can't be mistaken for it. PGlite itself lets two processes write to one folder.

/** Somebody else has the data folder open. `message` says who, and what to do. */
export class LockError extends Error {}

export interface Lock {
  release(): Promise<void>
}

interface Holder {
  nonce: string
  pid: number
  address?: string
}

/**
 * Takes the data folder for this process.
 * @param address where this process can be reached, told to a process that comes later
 * @throws LockError naming the process that has it
 */
export async function lockFolder(folder: string, address?: string): Promise<Lock> {
  const me: Holder = { nonce: randomUUID(), pid: process.pid, address }
  for (const path of socketPaths(folder)) {
    const server = await listen(path, me)
    if (server === 'unsupported') continue
    if (server === 'taken') throw await inUse(path, folder)
    // Two that found a dead holder's socket at the same moment: the one whose socket stayed in place has the lock.
    await new Promise((done) => setTimeout(done, 30))
    if ((await ask(path))?.nonce !== me.nonce) {
      server.close()
      throw await inUse(path, folder)
    }
    server.unref()
    return { release: () => new Promise((done) => server.close(() => done())) }
  }
  throw new LockError(
    `The data folder ${resolve(folder)} can't be locked: no socket can be made in it or in ${tmpdir()}.`,
  )
}

/** In the folder, by its shorter name (a socket's path holds about 100 bytes), else beside other temporary files. */
function socketPaths(folder: string): string[] {
  const inside = [join(relative(process.cwd(), folder) || '.', 'lock'), join(resolve(folder), 'lock')]
  const shortest = inside.sort((a, b) => a.length - b.length)[0]!
  const outside = join(tmpdir(), `rollcall-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`)
  return Buffer.byteLength(shortest) <= 100 ? [shortest, outside] : [outside]
}

type Listening = ReturnType<typeof createServer>

async function listen(path: string, me: Holder, again = true): Promise<Listening | 'taken' | 'unsupported'> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(JSON.stringify(me))
  })
  const code = await new Promise<string | undefined>((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'))
    server.listen(path, () => done(undefined))
  })
  if (code === undefined) return server
  // Some network and shared file systems know no sockets.
  if (code !== 'EADDRINUSE') return 'unsupported'
  if (!again || (await isAlive(path))) return 'taken'
  rmSync(path, { force: true })
  return listen(path, me, false)
}

const isAlive = (path: string) =>
  new Promise<boolean>((done) => {
    const socket = connect(path, () => done(true))
    socket.on('error', () => done(false)).on('connect', () => socket.destroy())
  })

// A busy machine, and a process that is just starting, may take its time to answer.
const PATIENCE_MS = 10_000

/** Who listens there; undefined when it does not say in time. */
const ask = (path: string) =>
  new Promise<Holder | undefined>((done) => {
    let text = ''
    const socket = connect(path)
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('data', (data) => (text += data))
    socket.on('error', () => {})
    socket.on('close', () => {
      try {
        done(JSON.parse(text) as Holder)
      } catch {
        done(undefined)
      }
    })
  })

async function inUse(path: string, folder: string): Promise<LockError> {
  const holder = await ask(path)
  const who = holder ? `process ${holder.pid}${holder.address ? ` (${holder.address})` : ''}` : 'another process'
  return new LockError(
    `The data folder ${resolve(folder)} is in use by ${who}. Stop it first, or give this one a folder of its own: DATA_DIR=…`,
  )
}
