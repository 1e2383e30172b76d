/** JSON, as it goes over the wire. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** The value at a dotted path such as `Resources.0.name.givenName`; undefined when something on the way is missing. */
export function valueAt(body: Json | undefined, path: string): Json | undefined {
  let value: Json | undefined = body
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(part)]
    else if (typeof value === 'object' && value !== null) value = value[part]
    else return undefined
  }
  return value
}

/** A list's `Resources` as far as they are objects; no rows when there are none. */
export function resourcesOf(body: Json | undefined): JsonObject[] {
  const resources = valueAt(body, 'Resources')
  return Array.isArray(resources) ? resources.filter(isObject) : []
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
