import { isObject, type Json, type JsonObject, type Registry } from '@/lib/scim'
import { attributeRows, type AttributeRow } from './attribute-rows'

/** A value that a user carries. `value` is null where it has none. */
export interface AttributeValue {
  name: string
  /** The path of this very value, such as `emails[type eq "work"].value`. */
  path: string
  /** The same, fully qualified. */
  urn: string
  value: Json | null
  policy: boolean
}

/**
 * A user's values: every attribute that is supported in policy, with or without a value, then the others that have one.
 * @param document the resource, with `id` and whatever else of it is not stored in the document
 */
export function attributeValues(registry: Registry, document: JsonObject): AttributeValue[] {
  return attributeRows(registry)
    .filter((row) => row.resource === 'User' && !hiddenRoots.has(row.pointer[0] ?? '') && !row.path.endsWith('.$ref'))
    .flatMap((row) => {
      const found = valuesAt(document, row)
      return found.length > 0 ? found : row.policy ? [of(row, row.local, null)] : []
    })
}

// They have tabs of their own.
const hiddenRoots = new Set(['groups', 'meta'])

const of = (row: AttributeRow, local: string, value: Json | null): AttributeValue => ({
  name: row.name,
  path: row.path === row.local ? local : `${row.schema}:${local}`,
  urn: `${row.schema}:${local}`,
  value,
  policy: row.policy,
})

function valuesAt(document: JsonObject, row: AttributeRow): AttributeValue[] {
  const [name = '', sub] = row.local.split('.')
  const holder = row.pointer[0] === row.schema ? document[row.schema] : document
  const value = isObject(holder) ? holder[name] : undefined
  if (value === undefined || value === null) return []
  const elements = Array.isArray(value) ? value : [value]
  return elements.flatMap((element, at) => {
    const leaf = sub === undefined ? element : isObject(element) ? element[sub] : sub === 'value' ? element : undefined
    if (leaf === undefined || leaf === null) return []
    return [of(row, Array.isArray(value) ? pathTo(name, sub, element, at, elements.length) : row.local, leaf)]
  })
}

/** One of several elements is named by its type, else by its place. */
function pathTo(name: string, sub: string | undefined, element: Json, at: number, count: number): string {
  const type = isObject(element) && typeof element['type'] === 'string' ? element['type'] : undefined
  const which = type !== undefined ? `[type eq ${JSON.stringify(type)}]` : count > 1 ? `[${at}]` : ''
  return `${name}${which}${sub === undefined ? '' : `.${sub}`}`
}
