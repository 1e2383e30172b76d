import type { Leniency } from './leniency'

/** Interop: one value where a list belongs, such as `"emails": {"value": "a@x"}`. */
export const singleForList: Leniency = {
  code: 'single-for-list',
  title: 'One value may stand where a list belongs',
  clients: ['Entra (PATCH values)', 'OneLogin', 'hand-written scripts'],
}
