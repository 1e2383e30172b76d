// Plain JavaScript without packages: what runs before they are installed shows its progress with this.
import { spawn } from 'node:child_process'

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a command behind one line that says what is going on. Its output is shown only when it fails, or with VERBOSE set.
 * @throws Error with what the command wrote
 */
export async function step(title, command, args, env = {}) {
  const started = performance.now()
  const { stdout: screen } = process
  screen.write(`  ${title} …`)
  const ticking =
    screen.isTTY && !process.env.VERBOSE
      ? setInterval(() => screen.write(`\r  ${title} … ${seconds(started)}`), 200)
      : undefined
  const output = []
  const child = spawn(command, args, {
    stdio: process.env.VERBOSE ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
  })
  child.stdout?.on('data', (data) => output.push(data))
  child.stderr?.on('data', (data) => output.push(data))
  // A build that outlives its parent keeps the next one from starting.
  const stop = () => {
    child.kill()
    process.exit(1)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const code = await new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  process.off('SIGTERM', stop).off('SIGINT', stop)
  clearInterval(ticking)
  screen.write(`${screen.isTTY ? `\r  ${title} … ` : ' '}${seconds(started)}${code === 0 ? '' : ', failed'}\n`)
  if (code !== 0) throw new Error(`${title} failed (${code}).\n\n${Buffer.concat(output)}`)
}
