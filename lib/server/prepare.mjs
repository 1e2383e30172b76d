// Brings a fresh clone to where the server can run: packages, Prisma client, build, server bundle; each only when it is
// missing or older than what it is made from. Plain JavaScript without packages, since there may be none yet.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { step } from './progress.mjs'

const node = process.execPath
const BUILD_STAMP = '.next/rollcall-build.json'
const CLIENT_STAMP = 'lib/db/generated/.schema'

/** @throws Error when this Node.js is too old */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`Rollcall needs Node.js 20.19 or later; this is ${process.versions.node}.`)
}

/** Installs the packages when some are missing or are not those of the lock file. */
export async function install() {
  if (isInstalled()) return
  // Development packages too: building needs TypeScript, also where NODE_ENV is production.
  await step('Installing packages', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
}

function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer)
  })
}

/** Makes the Prisma client when there is none for this schema. */
export async function generate() {
  const wanted = digest(['prisma/schema.prisma', 'prisma/generate.mjs'])
  if (existsSync(CLIENT_STAMP) && readFileSync(CLIENT_STAMP, 'utf8') === wanted) return
  await step('Making the database client', node, ['prisma/generate.mjs'])
  writeFileSync(CLIENT_STAMP, wanted)
}

/** Builds pages and server when there is no build of these very sources. */
export async function build() {
  const wanted = digest(sources())
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted) return
  await step('Building', node, ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' })
  // After the build of the pages, which empties .next.
  await bundle('.next/rollcall-server.mjs')
  writeFileSync(BUILD_STAMP, wanted)
}

/** Bundles the server alone: development needs nothing else built ahead. */
export async function bundle(outfile) {
  mkdirSync('.next', { recursive: true })
  await step('Bundling the server', node, ['lib/server/bundle.mjs', outfile])
}

/** Every file that ends up in the build. Tests do not. */
function sources() {
  const within = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return path === join('lib', 'testing') ? [] : within(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
  const folders = ['app', 'components', 'lib', 'prisma', 'public'].filter((folder) => existsSync(folder))
  const files = ['package.json', 'package-lock.json', 'next.config.mjs', 'tsconfig.json']
  return [...files, ...folders.flatMap(within)].filter((path) => statSync(path).isFile()).sort()
}

function digest(files) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
