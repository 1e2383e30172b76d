import type { TokenLookup } from './find-by-token'

// Long enough to spare a busy provider its lookup, short enough that another instance honours a revocation at once.
/** After so many milliseconds every process heeds a change of a provider. */
export const LOOKUP_AGE_MS = 1000
const MOST = 1000

interface Kept<T> {
  value: T
  until: number
}

interface Cache {
  generation: number
  tokens: Map<string, Kept<TokenLookup>>
  /** Slugs of the providers whose discovery needs a token. */
  slugs?: Kept<ReadonlySet<string>>
}

// On globalThis: the portal revokes from Next's bundle, the endpoint looks up from the server's.
const shared = globalThis as { rollcallLookups?: Cache }
const cache = (): Cache => (shared.rollcallLookups ??= { generation: 0, tokens: new Map() })

const fresh = <T>(kept: Kept<T> | undefined) => (kept && kept.until > Date.now() ? kept.value : undefined)
const kept = <T>(value: T): Kept<T> => ({ value, until: Date.now() + LOOKUP_AGE_MS })

export const cachedToken = (key: string) => fresh(cache().tokens.get(key))
export const cachedSlugs = () => fresh(cache().slugs)

/** To be read before a lookup and given with what it found: what was read before a change is not kept after it. */
export const lookupGeneration = () => cache().generation

export function keepToken(key: string, found: TokenLookup, generation: number) {
  if (generation !== lookupGeneration()) return
  if (cache().tokens.size >= MOST) cache().tokens.clear()
  cache().tokens.set(key, kept(found))
}

export function keepSlugs(slugs: ReadonlySet<string>, generation: number) {
  if (generation === lookupGeneration()) cache().slugs = kept(slugs)
}

/** Forgets every lookup. Call after whatever changes a provider or a token. */
export function forgetLookups() {
  shared.rollcallLookups = { generation: lookupGeneration() + 1, tokens: new Map() }
}
