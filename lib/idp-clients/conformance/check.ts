import type { ServerModel } from './server'
import type { Talk } from './talk'

/**
 * How binding a check is. MUST: the RFC says MUST, SHALL or REQUIRED, or defines what an operation or a parameter does.
 * SHOULD: it says SHOULD, or describes it. client: the RFC does not ask for it, but this client does not work without.
 */
export type Level = 'MUST' | 'SHOULD' | 'client'

/** Why a check does not apply to a server, in words; nothing when it applies. */
export type Need = (server: ServerModel) => string | undefined

/** A clause of the RFCs as something that can be seen over HTTP. */
export interface Check {
  id: string
  /** Such as `RFC 7644 §3.5.2.2`. */
  clause: string
  level: Exclude<Level, 'client'>
  title: string
  /** The clause in a few of its words. */
  why: string
  /** Without these it is skipped: an optional feature that is not advertised is no fault. */
  needs: Need[]
  /** @throws StepFailure when the server does something else; Skipped when this can't be found out */
  run: (talk: Talk) => Promise<void>
}

/** The check says nothing about the server, and why. */
export class Skipped extends Error {}

export type Outcome =
  | { status: 'passed' }
  | { status: 'skipped'; reason: string }
  // Without `came` there was no answer.
  | { status: 'failed'; sent?: string; came?: string; expected: string[] }

/** A line of the report. */
export interface Result {
  id: string
  /** The section of an RFC, or the client's conversation. */
  group: string
  level: Level
  /** Of a check of the RFCs. */
  clause?: string
  /** Of a client's step: the client's name. */
  client?: string
  title: string
  /** The words of the clause, or where the client's traffic is described. */
  why: string
  outcome: Outcome
  milliseconds: number
}
