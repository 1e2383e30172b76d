import type { Failure } from './fire'
import type { Plan } from './fire'
import type { Outcome } from './run-on'

const MOST_SHOWN = 20
const MOST_CHARACTERS = 1_500

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`

/** One line of figures. */
export function summary(name: string, { seed }: Plan, { fired, checked, memory, faults }: Outcome): string {
  const statuses = [...fired.statuses]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, count]) => `${status} × ${count}`)
  const grown = memory
    ? `, memory ${mebibytes(memory.before.rss)} → ${mebibytes(memory.after.rss)} (heap ${mebibytes(memory.before.heapUsed)} → ${mebibytes(memory.after.heapUsed)})`
    : ''
  return (
    `» fuzz, ${name}: ${fired.sent} requests of ${fired.kinds.size} kinds, seed ${seed}; ${statuses.join(', ')}; slowest ` +
    `${Math.round(fired.slowestMs)} ms${grown}; ${checked.users} users and ${checked.groups} groups agree; wrong = ` +
    `${fired.failures.length + faults.length}`
  )
}

/** What failed, each with how to repeat it. */
export function details({ seed }: Plan, { fired, faults }: Outcome): string[] {
  return [
    ...fired.failures.slice(0, MOST_SHOWN).map((failure) => described(seed, failure)),
    ...faults.slice(0, MOST_SHOWN),
  ]
}

function described(seed: number, { shot, faults }: Failure): string {
  const bytes = Buffer.concat(shot.pieces)
  const cut = bytes.length > MOST_CHARACTERS ? ` … (${bytes.length} bytes)` : ''
  return [
    `✗ ${shot.kind}   npm run fuzz -- --seed=${seed} --only=${shot.index}`,
    ...faults.map((fault) => `  ${fault}`),
    JSON.stringify(bytes.toString('utf8', 0, MOST_CHARACTERS)) + cut,
  ].join('\n')
}
