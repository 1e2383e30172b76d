import type { Json } from '@/lib/idp-clients/json'
import { Connection } from '../product/connection'

/** The endpoint under fire. */
export interface Endpoint {
  host: string
  port: number
  /** Path of the base URL, such as /scim/okta/v2. */
  base: string
  token: string
}

/** Asks something in good order, one after another. */
export type Ask = (method: string, path: string, body?: Json) => Promise<{ status: number; body?: Json }>

/** @returns how to ask over one connection, and how to end it */
export function asker({ host, port, base, token }: Endpoint): { ask: Ask; close: () => void } {
  let connection: Connection | undefined
  const ask: Ask = async (method, path, body) => {
    connection ??= new Connection(port, token, host)
    const answer = await connection.send(method, base + path, body)
    return { status: answer.status, ...(answer.body && { body: JSON.parse(answer.body) as Json }) }
  }
  return { ask, close: () => connection?.close() }
}
