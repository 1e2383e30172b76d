import type { ClientProfile, WireRequest } from './http'
import type { Json } from './json'
import type { Pattern } from './match'

/** A value that an earlier step kept, or that the trace began with. Throws, naming it, when there is none. */
export type Values = (name: string) => string

export interface Expected {
  /** Several when clients take any of them. */
  status: number | number[]
  /** Compared when the answer has a body. */
  body?: Pattern
  withinMilliseconds?: number
}

export interface Step {
  /** Section and number in the record of client traffic, then what happens: `1.1.a 6 creates a user`. */
  name: string
  request: (v: Values) => WireRequest
  expect: Expected | ((v: Values) => Expected)
  /** Values to keep from the answer: by path, or by function. */
  keep?: Record<string, string | ((body: Json | undefined, v: Values) => string)>
  /** Why a server may do otherwise, where this is Rollcall's own way: the step is asked of Rollcall alone. */
  ours?: string
  /** The step runs again while this holds, such as for the next page. */
  again?: (v: Values) => boolean
}

/** A conversation of a client with a SCIM server. */
export interface Trace {
  title: string
  /** Where the traffic is described. */
  source: string
  client: ClientProfile
  /** Values that it begins with; `run` is different each time. */
  values: (run: string) => Record<string, string>
  steps: Step[]
}
