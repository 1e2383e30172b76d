import type { Leniency } from './leniency'

/** Interop: `"emails": ["a@x"]` or `"members": ["id"]`: the value alone where an object with `value` belongs. */
export const bareValues: Leniency = {
  code: 'bare-values',
  title: 'The value alone may stand for an object that holds it',
  clients: ['Entra (app roles)', 'AWS-style scripts', 'hand-written scripts'],
}
