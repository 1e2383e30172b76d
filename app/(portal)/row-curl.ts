import { groupDetails, userDetails } from '@/lib/directory/portal-details'
import { scimBaseUrl } from '@/lib/http/base-url'
import type { Provider } from '@/lib/providers/provider'
import { listProviders } from '@/lib/providers/providers'
import { asCurl } from '@/lib/sync-log/as-curl'
import { callDetails } from '@/lib/sync-log/found-calls'
import { attributeRows } from '@/lib/tables/attribute-rows'
import { registryOf } from './registry-of'
import { callCurl, type Curl } from './sync-logs/call-curl'

type Find = (id: string, provider: string) => Promise<Curl | undefined>

const read = (provider: Provider, url: string): Curl => ({
  command: asCurl(scimBaseUrl(provider.slug), { method: 'GET', url, body: null }),
})

const whose = async (row: { providerId: string } | undefined) =>
  row && (await listProviders()).find(({ id }) => id === row.providerId)

const finds: Record<string, Find> = {
  users: async (id) => {
    const provider = await whose(await userDetails(id))
    return provider && read(provider, `/Users/${id}`)
  },
  groups: async (id) => {
    const provider = await whose(await groupDetails(id))
    return provider && read(provider, `/Groups/${id}`)
  },
  'sync-logs': async (id) => {
    const call = await callDetails(id)
    const provider = await whose(call)
    return call && provider && callCurl(call, provider)
  },
  // An attribute is read with its schema (RFC 7644 §4).
  attributes: async (id, slug) => {
    const provider = (await listProviders()).find((each) => each.slug === slug)
    const row = provider && attributeRows(registryOf([provider])).find((each) => each.id === id)
    return provider && row && read(provider, `/Schemas/${row.schema}`)
  },
}

/**
 * The request that a table's row stands for: the one that reads a user, group or schema, or the recorded call itself.
 * @param slug the provider of the view, which tells whose schemas attributes are
 * @returns undefined where there is no such table or row
 */
export const rowCurl = (page: string, id: string, slug: string): Promise<Curl | undefined> =>
  Object.hasOwn(finds, page) ? finds[page]!(id, slug) : Promise.resolve(undefined)
