import { spawnSync } from 'node:child_process'
import { step } from '../../server/progress.mjs'

/** What a command prints, or undefined when there is no such command or it fails. */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

export const isRoot = () => process.getuid?.() === 0

/** Installs a Debian package when this is a Debian and we may. Returns whether that was done. */
export async function aptInstall(name) {
  if (!isRoot() || !output('apt-get', ['--version'])) return false
  try {
    await step('Updating the package list', 'apt-get', ['update'])
    await step(`Installing ${name}`, 'apt-get', ['install', '-y', '--no-install-recommends', name], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    return true
  } catch (error) {
    console.log(error.message)
    return false
  }
}
