import type { Level, Result } from '@/lib/idp-clients/conformance/check'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export function count(results: Result[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { outcome } of results) counts[outcome.status]++
  return counts
}

export const LEVELS: Level[] = ['MUST', 'SHOULD', 'client']

/** It counts against the server: a SHOULD with `strict` alone. */
export const isFailure = ({ level, outcome }: Result, strict: boolean) =>
  outcome.status === 'failed' && (strict || level !== 'SHOULD')

/** 1 when a MUST or a client failed, or with `strict` anything; 0 otherwise. */
export const exitCode = (results: Result[], strict: boolean): 0 | 1 =>
  results.some((one) => isFailure(one, strict)) ? 1 : 0

export const plural = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
