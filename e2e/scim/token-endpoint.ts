import type { JsonWebKey } from 'node:crypto'
import type { JsonObject } from '@/lib/idp-clients/json'
import { required, suite } from './server'

/** The OAuth client of the suite's provider. */
export const client = {
  id: required('SCIM_CLIENT_ID'),
  secret: required('SCIM_CLIENT_SECRET'),
  /** Private, of which the server knows the public halves. */
  keys: (JSON.parse(required('SCIM_CLIENT_KEYS')) as { keys: (JsonWebKey & { kid: string })[] }).keys,
}
export const tokenUrl = suite.baseUrl.replace(/v2$/, 'oauth/token')
export const grant = { grant_type: 'client_credentials' }
export const secretPost = { ...grant, client_id: client.id, client_secret: client.secret }

/** Sends a form to the token endpoint. */
export async function ask(form: Record<string, string>, headers: Record<string, string> = {}, url = tokenUrl) {
  const answer = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(form) })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as JsonObject }
}

/** An access token, of some scopes alone if the form says so. */
export const tokenFor = async (form: Record<string, string> = {}) =>
  String((await ask({ ...secretPost, ...form })).body['access_token'])

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
