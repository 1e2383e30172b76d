import type { ScimAnswer } from '@/lib/directory/scim-call'
import {
  type Registry,
  forbidden,
  limits,
  resourceTypesResponse,
  schemasResponse,
  serviceProviderConfig,
} from '@/lib/scim'

/** What discovery needs of a call: it answers without a token too, with what all providers share. */
export interface DiscoveryCall {
  registry: Registry
  baseUrl: string
  query: URLSearchParams
}

/** What this endpoint can do, as ServiceProviderConfig says. */
const features = { sort: true, bulk: true, cursor: { timeout: limits.cursorSeconds } }

const answer = (call: DiscoveryCall, body: ScimAnswer['body']): ScimAnswer => {
  // RFC 7644 §4: a filter is refused, so that nobody takes a whole list for a filtered one.
  if (call.query.has('filter')) throw forbidden('Discovery can’t be filtered (RFC 7644 §4). Leave the filter out.')
  return { status: 200, body }
}

export const getServiceProviderConfig = (call: DiscoveryCall) =>
  answer(call, serviceProviderConfig(call.baseUrl, features))

export const getResourceTypes = (call: DiscoveryCall, id?: string) =>
  answer(call, resourceTypesResponse(call.registry, call.baseUrl, id))

export const getSchemas = (call: DiscoveryCall, id?: string) =>
  answer(call, schemasResponse(call.registry, call.baseUrl, id))
