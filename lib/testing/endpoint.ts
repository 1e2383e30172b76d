import { beforeEach, expect } from 'vitest'
import { query, sql } from '@/lib/db/sql'
import { answerScim } from '@/lib/http/answer-scim'
import { setListeningAddress } from '@/lib/http/base-url'
import type { ScimReply } from '@/lib/http/scim-exchange'
import { forgetLookups } from '@/lib/providers/lookup-cache'
import type { Provider } from '@/lib/providers/provider'
import { createProvider } from '@/lib/providers/providers'
import { generateToken } from '@/lib/providers/tokens'
import type { Note } from '@/lib/scim'
import { drain } from '@/lib/sync-log/refusal-queue'

export interface Asked {
  method?: string
  authorization?: string
  headers?: Record<string, string>
  body?: string
}

/** What the tests of a file ask; made anew before each. */
export interface AskedEndpoint {
  provider: Provider
  token: string
  tokenId: string
  /** Where calls come from: another address in each test, so that what is counted for it begins at none. */
  address: string
  /** Asks with the provider's token, unless told otherwise; the target is below the provider's base URL or `/scim…`. */
  ask(target: string, asked?: Asked): Promise<ScimReply>
}

/** The endpoint's edge for the tests of a file, with a provider and a token of its own for each. */
export function useEndpoint(): AskedEndpoint {
  const endpoint = { ask } as AskedEndpoint

  beforeEach(async () => {
    setListeningAddress('127.0.0.1', 3000)
    forgetLookups()
    const provider = await createProvider({ name: 'Okta', slug: 'okta' })
    const { token, info } = await generateToken(provider.id)
    Object.assign(endpoint, { provider, token, tokenId: info.id, address: newAddress() })
  })

  function ask(target: string, asked: Asked = {}) {
    const { method = 'GET', authorization = `Bearer ${endpoint.token}`, headers = {}, body } = asked
    const all: Record<string, string> = { 'content-type': 'application/scim+json', ...headers, authorization }
    return answerScim({
      method,
      target: target.startsWith('/scim') ? target : `/scim/okta/v2${target}`,
      header: (name) => all[name] || undefined,
      body: body === undefined ? undefined : bytes(body),
      address: endpoint.address,
    })
  }
  return endpoint
}

let addresses = 0
/** An address that no test of this process has called from. */
export function newAddress() {
  addresses++
  return `198.18.${addresses >> 8}.${addresses & 255}`
}

async function* bytes(text: string) {
  yield Buffer.from(text)
}

/** The rows of the log, once they are written. */
export async function loggedCalls() {
  await drain()
  return query<{
    id: string
    status: number
    action: string
    method: string
    url: string
    detail: string
    token_id: string
    notes: Note[] | null
  }>(sql`select id, status, action, method, url, detail, token_id, notes from sync_log order by id`)
}

/** Expects an error in SCIM's shape, RFC 7644 §3.12. */
export function expectError(reply: ScimReply, status: number, detail: string | RegExp, scimType?: string) {
  expect(reply.status).toBe(status)
  expect(reply.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    detail: expect.stringMatching(detail),
  })
  expect(reply.headers['content-type']).toBe('application/scim+json')
}
