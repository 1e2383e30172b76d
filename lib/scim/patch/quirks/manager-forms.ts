import { isObject, type Json } from '../../json'
import { allows, type Leniency, type Reading } from './leniency'

/** Interop: the manager as `"id"` or as `[{"value": "id"}]`; both are in Microsoft's documents and in its traffic. */
export const managerForms: Leniency = {
  code: 'manager-forms',
  title: 'The manager may be a bare id or a list of one',
  clients: ['Entra', 'Microsoft SCIM Validator'],
}

/** Turns the other forms of a single reference into the object that it should be; anything else comes back as it was. */
export function unwrapReference(value: Json, path: string, reading: Reading): Json {
  if (typeof value === 'string' && value !== '') {
    return allows(reading, managerForms, 'A bare id was read as {"value": id}.', path) ? { value } : value
  }
  if (Array.isArray(value) && value.length === 1) {
    const [only] = value
    if (!allows(reading, managerForms, 'A list of one was read as its only value.', path)) return value
    return typeof only === 'string' && only !== '' ? { value: only } : only!
  }
  if (isObject(value) && value.value === undefined && typeof value.$ref === 'string') {
    const id = /([^/]+)\/?$/.exec(value.$ref)?.[1]
    if (id && allows(reading, managerForms, 'The id was taken from $ref.', path)) return { ...value, value: id }
  }
  return value
}
