import { listClients } from '@/lib/providers/oauth/clients'
import { listTokens } from '@/lib/providers/tokens'

/** Who a provider's calls come from: the last four characters of a token, or an OAuth client's name. */
export interface Caller {
  lastFour?: string
  client?: string
}

/** The callers of providers, by the id that a call in the log has as its token. */
export async function callersOf(providerIds: Iterable<string>): Promise<Map<string, Caller>> {
  const each = await Promise.all(
    [...new Set(providerIds)].map(async (id): Promise<[string, Caller][]> => {
      const [tokens, clients] = await Promise.all([listTokens(id), listClients(id)])
      return [
        ...tokens.map(({ id, lastFour }): [string, Caller] => [id, { lastFour }]),
        ...clients.map(({ id, name }): [string, Caller] => [id, { client: name }]),
      ]
    }),
  )
  return new Map(each.flat())
}
