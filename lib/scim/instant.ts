const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?$/i

/**
 * Reads an xsd:dateTime (RFC 7643 §2.3.5) and writes it as UTC with three digits of fraction; further digits are cut, for what is
 * stored and shown is milliseconds. A time without offset is taken as UTC. Undefined when it is no date.
 */
export function normaliseInstant(text: string): string | undefined {
  return readInstant(text)?.slice(0, 23).concat('Z')
}

/**
 * The instant of a literal in UTC, ending in Z, with as many digits of fraction as matter (three at least). Two such texts without
 * their Z compare as text in the order of time.
 */
export function readInstant(text: string): string | undefined {
  const match = PATTERN.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] = match
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000${offset}`)
  // 24:00:00 is the end of the day, and there is nothing after it.
  if (Number.isNaN(time) || (hour === '24' && /[1-9]/.test(fraction))) return undefined
  const local = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // Date.parse turns 31 February into March.
  if (local.getUTCDate() !== Number(day)) return undefined
  const iso = new Date(time).toISOString()
  if (iso.length !== 24) return undefined
  const digits = fraction.replace(/0+$/, '').padEnd(3, '0')
  return `${iso.slice(0, 20)}${digits}Z`
}
