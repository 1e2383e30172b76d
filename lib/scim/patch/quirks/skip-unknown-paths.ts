import type { Leniency } from './leniency'

/** Interop: one mapping that names nothing known must not undo the deactivation beside it. */
export const skipUnknownPaths: Leniency = {
  code: 'skip-unknown-paths',
  title: 'An unknown path is skipped when other operations were understood',
  clients: ['Entra (custom mappings)', 'Okta (custom attributes)'],
}
