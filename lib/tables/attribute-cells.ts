import { isObject, type Json, type JsonObject, type Registry, type ResourceTypeName } from '@/lib/scim'
import { attributeColumnId } from './attribute-columns'
import { attributeRows, type AttributeRow } from './attribute-rows'
import type { CellValue } from './spec'

/** A page shows so many values of one attribute, and says how many more there are. */
export const MOST_VALUES_SHOWN = 20

/** How the attributes that were added to a table are read out of its documents. */
export interface AttributeCells {
  /** The keys of the documents that are needed for them. */
  keys: string[]
  /** Their cells, by the ids of their columns. */
  of: (document: JsonObject | undefined) => Record<string, CellValue>
}

/**
 * The cells of added attributes. Of a multi-valued one the primary value comes first; a complex value is shown by its
 * display name or value. Paths that the schemas don't have are left out.
 * @param most as many values of one attribute are shown; how many more there are is said
 */
export function attributeCells(
  registry: Registry,
  type: ResourceTypeName,
  paths: string[],
  most = Infinity,
): AttributeCells {
  const rows = paths.length > 0 ? attributeRows(registry) : []
  const places = paths.flatMap((path) => {
    const place = placeOf(rows, type, path)
    return place ? [{ id: attributeColumnId(path), ...place }] : []
  })
  return {
    keys: [...new Set(places.flatMap(({ pointer: [key] }) => key ?? []))],
    of: (document) => Object.fromEntries(places.map(({ id, ...place }) => [id, cell(place, document ?? {}, most)])),
  }
}

interface Place {
  pointer: string[]
  kind: 'flag' | 'time' | 'text'
}

function placeOf(rows: AttributeRow[], type: ResourceTypeName, path: string): Place | undefined {
  const mine = rows.filter((row) => (row.resource === type || row.path === 'externalId') && row.stored)
  const row = mine.find((each) => each.path === path)
  if (row) return { pointer: row.pointer, kind: row.multiValued ? 'text' : (kinds[row.type] ?? 'text') }
  const part = mine.find((each) => each.path.startsWith(`${path}.`))
  return part && { pointer: part.pointer.slice(0, -1), kind: 'text' }
}

const kinds: Record<string, Place['kind']> = { Boolean: 'flag', DateTime: 'time' }

function cell({ pointer, kind }: Place, document: JsonObject, most: number): CellValue {
  const found = valuesAt(document, pointer)
  if (kind === 'flag') return typeof found[0] === 'boolean' ? found[0] : null
  const texts = found.map(textOf).filter((text) => text !== '')
  if (texts.length <= most) return texts.join(', ') || null
  return `${texts.slice(0, most).join(', ')} and ${texts.length - most} more`
}

function valuesAt(holder: Json | undefined, [key, ...rest]: string[]): Json[] {
  if (holder === undefined || holder === null) return []
  if (Array.isArray(holder))
    return primaryFirst(holder).flatMap((each) => valuesAt(each, key === undefined ? [] : [key, ...rest]))
  if (key === undefined) return [holder]
  if (isObject(holder)) return valuesAt(holder[key], rest)
  // A simple value where the definition has a complex one: it is the value (RFC 7643 §2.4).
  return key === 'value' ? [holder] : []
}

const primaryFirst = (values: Json[]) => {
  const isPrimary = (value: Json) => isObject(value) && value['primary'] === true
  return [...values.filter(isPrimary), ...values.filter((value) => !isPrimary(value))]
}

/** A complex value by what is made to be read of it, else by all of its parts. */
function textOf(value: Json): string {
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value)
  const { display, displayName, formatted, value: own } = value
  const shown = [display, displayName, formatted, own].find(
    (each) => each !== undefined && each !== null && each !== '',
  )
  return shown === undefined ? Object.values(value).map(textOf).join(', ') : textOf(shown)
}
