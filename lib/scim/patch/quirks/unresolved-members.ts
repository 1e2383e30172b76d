import type { Leniency } from './leniency'

/** Interop: a member id that nobody has is kept as unresolved, so that one unknown member does not fail the push of a group. */
export const unresolvedMembers: Leniency = {
  code: 'unresolved-members',
  title: 'Unknown members do not fail a group',
  clients: ['Okta', 'Entra'],
}
