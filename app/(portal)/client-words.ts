import type { Provider } from '@/lib/providers/provider'
import { likelyClient } from './client-names'

/** Connecting, in the words that the IdP's own form uses. */
export interface ClientWords {
  endpoint: string
  token: string
  how: string
  waiting: string
  article: string
  guide: string
}

const okta: ClientWords = {
  endpoint: 'Base URL',
  token: 'API Token',
  how: 'Give Okta these two values, then choose Test API Credentials there. The first person appears here within seconds of being assigned.',
  waiting: 'Okta pushes a person when the app is assigned to them; Test API Credentials calls at once.',
  article: 'connect-okta',
  guide: 'Setup guide for Okta',
}
const entra: ClientWords = {
  endpoint: 'Tenant URL',
  token: 'Secret Token',
  how: 'Give Entra these two values, then choose Test Connection there. The first person appears here within seconds.',
  waiting: 'Entra starts a cycle about every 40 minutes; Test Connection calls at once.',
  article: 'connect-entra',
  guide: 'Setup guide for Microsoft Entra ID',
}
const other: ClientWords = {
  endpoint: 'SCIM endpoint',
  token: 'Bearer token',
  how: 'Give your identity provider these two values. The first person appears here within seconds of its first push.',
  waiting: 'Most identity providers have a test button, which calls at once.',
  article: 'connect-other',
  guide: 'Setup guide for other identity providers',
}

/** The words of the form that a provider's client has. */
export function clientWords(provider: Provider): ClientWords {
  const client = likelyClient(provider)
  return client === 'okta' ? okta : client === 'entra' ? entra : other
}
