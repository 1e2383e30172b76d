import type { Leniency } from './leniency'

/**
 * Interop: a replace of `addresses[type eq "work"]` with an object changes the parts it names. By RFC 7644 §3.5.2.3 it takes the place
 * of the whole value, which is what Strict does.
 */
export const mergeFilteredValue: Leniency = {
  code: 'merge-filtered-value',
  title: 'An object replaced through a value path is merged',
  clients: ['Entra', 'SailPoint'],
}
