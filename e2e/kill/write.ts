import type { JsonObject } from '@/lib/idp-clients/json'
import type { Random } from '../product/random'
import type { State } from './state'

/** A write and what it makes of the state. */
export interface Write {
  kind: string
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: JsonObject
  /** External id of what a POST makes. */
  makes?: string
  /** The state after it. A bulk request has one after each operation: together they are no transaction (RFC 7644 §3.7). */
  after: State[]
  /** Of a bulk request. */
  operations?: Write[]
}

/** What a writer knows when it makes a write. */
export interface About {
  random: Random
  state: State
  /** Ids of those that are there, by external id. */
  ids: Map<string, string>
  /** An external id that nobody has had. */
  fresh(): string
}

/** Makes a write, or none when there is nobody to write about. */
export type Make = (about: About) => Write | undefined

/** External ids of users, or of groups, that can be named. */
export const those = ({ state, ids }: About, kind: keyof State) =>
  Object.keys(state[kind]).filter((key) => ids.has(key))

export const one = (about: About, kind: keyof State): string | undefined => about.random.pick(those(about, kind))
