import type { Leniency } from './leniency'

/** Interop: `"True"` and `"False"` where a boolean belongs, in bodies, PATCH values and filters. */
export const booleanStrings: Leniency = {
  code: 'boolean-strings',
  title: 'Booleans may be sent as text',
  clients: ['Entra (without aadOptscim062020)', 'Microsoft SCIM Validator'],
}

/** The boolean that a text means; undefined when it means none. */
export function booleanOf(text: string): boolean | undefined {
  const folded = text.trim().toLowerCase()
  if (folded === 'true') return true
  return folded === 'false' ? false : undefined
}
