import type { ScimAnswer } from '@/lib/directory/scim-call'
import { hasClients } from '@/lib/providers/oauth/clients'
import type { Provider } from '@/lib/providers/provider'
import {
  type Registry,
  forbidden,
  limits,
  resourceTypesResponse,
  schemasResponse,
  serviceProviderConfig,
} from '@/lib/scim'
import { tokenUrl } from './base-url'

/** What discovery needs of a call: it answers without a token too, with what all providers share. */
export interface DiscoveryCall {
  registry: Registry
  baseUrl: string
  query: URLSearchParams
  /** Left out without a token. */
  provider?: Provider
}

/** What this endpoint can do, as ServiceProviderConfig says. */
const features = { sort: true, bulk: true, cursor: { timeout: limits.cursorSeconds } }

const answer = (call: DiscoveryCall, body: ScimAnswer['body']): ScimAnswer => {
  // RFC 7644 §4: a filter is refused, so that nobody takes a whole list for a filtered one.
  if (call.query.has('filter')) throw forbidden('Discovery can’t be filtered (RFC 7644 §4). Leave the filter out.')
  return { status: 200, body }
}

export async function getServiceProviderConfig(call: DiscoveryCall): Promise<ScimAnswer> {
  const { provider } = call
  const oauth = provider && (await hasClients(provider.id)) && { tokenUrl: tokenUrl(provider.slug) }
  return answer(call, serviceProviderConfig(call.baseUrl, { ...features, ...(oauth && { oauth }) }))
}

export const getResourceTypes = (call: DiscoveryCall, id?: string) =>
  answer(call, resourceTypesResponse(call.registry, call.baseUrl, id))

export const getSchemas = (call: DiscoveryCall, id?: string) =>
  answer(call, schemasResponse(call.registry, call.baseUrl, id))
