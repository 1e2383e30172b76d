import type { Exchange, WireRequest } from '@/lib/idp-clients/http'
import { expect } from '@playwright/test'
import type { Scim } from '../client'

/** Writes that get into each other's way, and what has to hold afterwards. */
export interface Race {
  name: string
  /** What must hold, in words. */
  holds: string
  /** Makes what the race is about, lets it run once, and looks. */
  run(scim: Scim): Promise<void>
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Sends all at once; the answers' statuses have to be these, in any order. */
export async function atOnce(
  scim: Scim,
  requests: WireRequest[],
  statuses: Record<number, number>,
): Promise<Exchange[]> {
  const answers = await Promise.all(requests.map((request) => scim.raw(request)))
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  const others = answers.filter(({ status }) => !(status in statuses)).map(({ text }) => text)
  expect(counts, others.join('\n')).toEqual(statuses)
  return answers
}

/** The counter in a version such as W/"3" or W/"3-abc". */
export const counter = (version: string) => Number(/^W\/"(\d+)/.exec(version)?.[1])
