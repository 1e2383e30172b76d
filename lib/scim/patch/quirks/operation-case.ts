import { invalidSyntax } from '../../error'
import { describeJson, type Json } from '../../json'
import { allows, type Leniency, type Reading } from './leniency'

/** Interop: `"Replace"` for `"replace"`. */
export const operationCase: Leniency = {
  code: 'operation-case',
  title: 'The name of an operation may be in any case',
  clients: ['Entra (without aadOptscim062020)'],
}

export type PatchOp = 'add' | 'remove' | 'replace'
const OPS: readonly PatchOp[] = ['add', 'remove', 'replace']

/** Reads the `op` of an operation. Throws invalidSyntax. */
export function readOp(value: Json | undefined, reading: Reading): PatchOp {
  const op = typeof value === 'string' ? OPS.find((each) => each === value.toLowerCase()) : undefined
  if (op && (op === value || allows(reading, operationCase, `"${String(value)}" was read as "${op}".`))) return op
  throw invalidSyntax(`"op" must be "add", "remove" or "replace", but ${describeJson(value)} was sent.`)
}
