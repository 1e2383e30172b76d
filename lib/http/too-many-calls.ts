import { ScimError } from '@/lib/scim'

/** 429 with the seconds after which calls are heard again (RFC 6585 §4). */
export class TooManyCalls extends ScimError {
  /** @param recorded whether the log gets a row of it: a flood of calls must not become a flood of rows */
  constructor(
    detail: string,
    readonly retryAfter: number,
    readonly recorded = false,
  ) {
    super(429, `${detail} Try again in ${retryAfter} s.`)
  }
}
