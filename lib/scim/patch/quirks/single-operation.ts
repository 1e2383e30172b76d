import type { Leniency } from './leniency'

/** Interop: one operation, or the bare list of them, in place of the PatchOp envelope with its list (RFC 7644 §3.5.2). */
export const singleOperation: Leniency = {
  code: 'single-operation',
  title: 'One operation may stand in place of the list, and the list in place of the message',
  clients: ['hand-written scripts', 'Bulk requests of several clients'],
}
