import { cpus } from 'node:os'
import type { DatabaseKind } from './options'
import { CONNECTIONS } from './measure'
import type { Line } from './session'

const HEAD = ['', 'per s', 'p50 ms', 'p99 ms', 'cpu ms', 'peak MB', 'bare per s', 'ratio']

const number = (value: number, digits: number) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

function cells(line: Line): string[] {
  const rate = line.count / line.seconds
  return [
    line.name,
    number(rate, 0),
    number(line.p50, 1),
    number(line.p99, 1),
    number(line.cpu, 2),
    number(line.peak / 1e6, 0),
    line.bare ? number(line.bare, 0) : '',
    line.bare ? number(rate / line.bare, 2) : '',
  ]
}

const WIDTHS = [52, 8, 8, 8, 8, 8, 11, 6]
const row = (texts: string[]) =>
  texts.map((text, i) => (i === 0 ? text.padEnd(WIDTHS[i]!) : text.padStart(WIDTHS[i]!))).join(' ')

export const title = () =>
  `${CONNECTIONS} keep-alive connections; Node.js ${process.versions.node}; ${cpus().length} × ${cpus()[0]?.model.trim()}\n` +
  'per s: steps a second · p50, p99: time of a step · cpu: the server’s processor time for a request, all threads ·\n' +
  'peak: the server’s memory · bare: the same statements through the pg driver alone, by name · ratio: product / bare'

export const heading = (kind: DatabaseKind, users: number, settings: string) =>
  `\n${kind === 'embedded' ? 'Embedded database' : 'PostgreSQL'}, ${number(users, 0)} users (${settings})\n${row(HEAD)}`

export const printed = (line: Line) => row(cells(line))
