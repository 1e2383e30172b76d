import type { Json } from '@/lib/idp-clients/json'
import { protocolFaults } from '@/lib/idp-clients/protocol'
import type { Answer } from './read-answers'
import type { Shot } from './shot'
import type { Received } from './wire'

/** Milliseconds that an answer may take. */
export const LATEST_MS = 2_000

/** /Me alone does not exist here, and says so; to HEAD there is no text. */
const NOT_OFFERED = /^$|"detail":"\/Me stands/

/**
 * What is wrong with what came back.
 * @param base path of the base URL
 */
export function faultsOf(shot: Shot, { answers, ended, garbage }: Received, base: string): string[] {
  const faults = answers.flatMap((answer, n) => answerFaults(shot, answer, shot.answers[n] ?? '', base))
  if (garbage !== undefined && !shot.lawless) faults.push(`garbage: ${garbage}`)
  if (ended === 'silent') faults.push('neither an answer nor the end of the connection')
  if (ended === 'closed' && !shot.lawless) faults.push(`${answers.length} of ${shot.answers.length} answers`)
  return faults
}

function answerFaults(
  { target, lawless, pieces }: Shot,
  { status, headers, text }: Answer,
  method: string,
  base: string,
): string[] {
  if (status >= 500 && !(status === 501 && NOT_OFFERED.test(text))) return [`${status}: ${text.slice(0, 500)}`]
  // Beside the endpoint are pages, which answer in their own way.
  if (!isScim(target) && headers['content-type'] !== 'application/scim+json') return []
  if (lawless && headers['content-type']?.startsWith('text/html')) return []
  const faults: string[] = []
  const body = parsed(text)
  const sent = Buffer.concat(pieces).toString('latin1')
  const asked = target ?? sent.split(' ', 2)[1] ?? ''
  const path = asked.startsWith(base) ? asked.slice(base.length) : asked
  faults.push(
    ...protocolFaults({
      method,
      path,
      url: '',
      sent,
      status,
      headers,
      text,
      ...(body !== undefined && { body }),
      milliseconds: 0,
    }),
  )
  if (status === 401 && !headers['www-authenticate']) faults.push('401 without WWW-Authenticate')
  if (status === 405 && !headers['allow']) faults.push('405 without Allow')
  if (status === 429 && !headers['retry-after']) faults.push('429 without Retry-After')
  if (/\bat \S+ \(?(file:|\/)\S+:\d+:\d+|Prisma(Client)?[A-Z]\w+Error/.test(text))
    faults.push(`an inner failure shows: ${text}`)
  return faults
}

const isScim = (target: string | undefined) => target === undefined || /^\/+scim(?:[/?]|$)/.test(target)

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
