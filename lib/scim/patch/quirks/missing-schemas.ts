import { invalidSyntax } from '../../error'
import { allows, type Leniency, type Reading } from './leniency'

/** Interop: a body without `schemas`, or without the URN that says what it is (RFC 7643 §3, RFC 7644 §3.5.2). */
export const missingSchemas: Leniency = {
  code: 'missing-schemas',
  title: 'The list of schemas may be missing',
  clients: ['scim2-cli scripts', 'hand-written scripts'],
}

/** Checks that a body names the schema it must. Throws invalidSyntax in Strict when it does not. */
export function checkSchemas(schemas: unknown, urn: string, reading: Reading): void {
  const listed = Array.isArray(schemas) ? schemas : [schemas]
  const wanted = urn.toLowerCase()
  if (listed.some((each) => typeof each === 'string' && each.toLowerCase() === wanted)) return
  if (allows(reading, missingSchemas, `"schemas" does not list ${urn}.`, 'schemas')) return
  throw invalidSyntax(`"schemas" must be a list that holds "${urn}".`)
}
