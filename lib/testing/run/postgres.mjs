import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aptInstall, isRoot, output } from './commands.mjs'

/**
 * A PostgreSQL server for the tests: TEST_DATABASE_URL, else a throw-away cluster of an installation on this machine,
 * which is installed first where that can be done.
 * @throws Error saying what to do
 */
export async function findPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { name: 'PostgreSQL (TEST_DATABASE_URL)', url: given, stop: async () => {} }
  const bin = findBinaries() ?? ((await aptInstall('postgresql')) ? findBinaries() : undefined)
  if (bin) return throwAwayCluster(bin)
  throw new Error(
    'The tests run on PostgreSQL too, and none was found. Install one (apt-get install postgresql, brew install ' +
      'postgresql), or name a server whose user may create databases: TEST_DATABASE_URL=postgresql://…',
  )
}

function findBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = [
    output('pg_config', ['--bindir']),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...['/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'],
  ]
  return candidates.find((folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

async function throwAwayCluster(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-pg-'))
  const data = join(folder, 'data')
  // PostgreSQL refuses to run as root.
  const user = isRoot() ? (output('id', ['-u', 'postgres']) ?? output('id', ['-u', 'nobody'])) : undefined
  if (user) chownSync(folder, Number(user), Number(user))
  const run = (command, args) => {
    const line = [join(bin, command), ...args]
    const [file, ...rest] = user ? ['setpriv', `--reuid=${user}`, '--clear-groups', ...line] : line
    const { status, stderr, error } = spawnSync(file, rest, {
      encoding: 'utf8',
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`)
  }
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const port = await freePort()
  // It need not outlive a power cut.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
  const options = [`-p ${port}`, `-k ${folder}`, '-h 127.0.0.1', ...settings.map((setting) => `-c ${setting}`)]
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start'])
  const stop = async () => {
    run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  }
  const version = output(join(bin, 'postgres'), ['--version'])?.match(/[\d.]+/)?.[0]
  return { name: `PostgreSQL ${version}`, url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop }
}

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
