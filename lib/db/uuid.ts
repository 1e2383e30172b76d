import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(16 * 256)
let used = pool.length
let lastTime = 0
let sequence = 0

/**
 * A UUIDv7 (RFC 9562 §5.7): milliseconds, then a counter that grows within a millisecond (§6.2 method 1), then random
 * bits. Ids made by one process sort in the order in which they were made.
 */
export function uuidv7(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  const now = Date.now()
  if (now > lastTime) {
    lastTime = now
    sequence = ((bytes[6]! & 0x07) << 8) | bytes[7]!
  } else if (++sequence > 0xfff) {
    // The counter is full: borrow the next millisecond.
    lastTime++
    sequence = 0
  }
  const time = lastTime.toString(16).padStart(12, '0')
  const counter = sequence.toString(16).padStart(3, '0')
  const rest = Buffer.from(bytes.subarray(8)).toString('hex')
  const variant = ((bytes[8]! & 0x3f) | 0x80).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${rest.slice(2, 4)}-${rest.slice(4)}`
}

/** Whether a text is a UUID as PostgreSQL's `::uuid` reads it in its usual form. */
export const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** Whether a text is an id as we write it. Ids are compared as text: another spelling of the same UUID is another id. */
export const isOwnId = (text: string) => isUuid(text) && text === text.toLowerCase()
