import type { Leniency } from './leniency'

/** Interop: `"name.givenName"` and `"urn:…:User:department"` as keys of a body or of the value of a path-less operation. */
export const qualifiedKeys: Leniency = {
  code: 'qualified-keys',
  title: 'Dotted and URN-qualified names may be keys of an object',
  clients: ['Entra (aadOptscim062020)'],
}
