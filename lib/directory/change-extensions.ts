import { setTimeout as sleep } from 'node:timers/promises'
import { LOOKUP_AGE_MS } from '@/lib/providers/lookup-cache'
import type { Provider } from '@/lib/providers/provider'
import { replaceExtensions } from '@/lib/providers/providers'
import { createRegistry, lostPlaces, readSchemas, type ResourceTypeName, type SchemaDefinition } from '@/lib/scim'
import { countHolders, refitValues } from './extension-values'

/** What came of a change of a provider's extension schemas. */
export type ExtensionsChanged =
  | { kind: 'done' }
  /** What is wrong with the text, each at its place. */
  | { kind: 'faults'; faults: readonly string[] }
  /** Values that would go, as paths; nothing was changed. */
  | { kind: 'loses'; lost: LostValues[] }
  /** Somebody else changed the schemas meanwhile; nothing was changed. */
  | { kind: 'late' }

export interface LostValues {
  /** Below the schema's URN: `desk.floor`. Empty: all of it. */
  path: string
  /** Users, or groups, that have a value there. */
  holders: number
}

/** Adds the schemas of a text, for users or for groups. */
export async function addExtensions(
  provider: Provider,
  type: ResourceTypeName,
  text: string,
): Promise<ExtensionsChanged> {
  const read = readSchemas(text, { extends: type, others: provider.extensions })
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  return put(provider, [...provider.extensions, ...read.schemas])
}

/**
 * Puts another definition in the place of a schema. Values that have no place in it are deleted, which has to be agreed to.
 * @param agreed to what was answered as `loses` before
 */
export async function changeExtension(
  provider: Provider,
  was: SchemaDefinition,
  text: string,
  agreed: boolean,
): Promise<ExtensionsChanged> {
  const others = provider.extensions.filter((each) => each !== was)
  const read = readSchemas(text, { extends: was.extends ?? 'User', others, replaces: was.id })
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  const [is] = read.schemas
  const lost = agreed ? [] : await valuesLost(provider, was, is)
  if (lost.length) return { kind: 'loses', lost }
  // The URN as it is stored stays: it is a key of documents.
  const next = is && { ...is, id: was.id }
  return swap(provider, was, next)
}

/** Takes a schema away, and the values that users or groups have of it. */
export const removeExtension = (provider: Provider, was: SchemaDefinition) => swap(provider, was, undefined)

/** What would be deleted if a schema became another, or went. */
export async function valuesLost(
  provider: Provider,
  was: SchemaDefinition,
  is: SchemaDefinition | undefined,
): Promise<LostValues[]> {
  const places = lostPlaces(was, is)
  const counts = await countHolders(provider.id, was, places)
  return places.flatMap((place, at) => (counts[at] ? [{ path: place.join('.'), holders: counts[at] }] : []))
}

async function swap(
  provider: Provider,
  was: SchemaDefinition,
  is: SchemaDefinition | undefined,
): Promise<ExtensionsChanged> {
  const schemas = provider.extensions.flatMap((each) => (each === was ? (is ?? []) : [each]))
  const changed = await put(provider, schemas)
  if (changed.kind !== 'done') return changed
  const [holders] = await countHolders(provider.id, was, [[]])
  if (!holders) return changed
  // Until then some process may still write by the old definition.
  await sleep(LOOKUP_AGE_MS)
  await refitValues(provider.id, createRegistry({ ...provider, extensions: schemas }), was, is)
  return changed
}

const put = async (provider: Provider, schemas: SchemaDefinition[]): Promise<ExtensionsChanged> =>
  (await replaceExtensions(provider, schemas)) ? { kind: 'done' } : { kind: 'late' }
