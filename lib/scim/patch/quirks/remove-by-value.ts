import { invalidValue } from '../../error'
import { allows, type Leniency, type Reading } from './leniency'

/**
 * Interop: `remove` with `path: "members"` and a list of values removes exactly those. RFC 7644 §3.5.2.2 knows no value here, and a
 * server that ignores it empties the group.
 */
export const removeByValue: Leniency = {
  code: 'remove-by-value',
  title: 'A remove may list the values that go',
  clients: ['Entra (without aadOptscim062020)', 'JumpCloud'],
}

/** Allows a remove with values, or throws invalidValue in Strict. Nothing may turn it into a removal of everything. */
export function allowRemoveByValue(path: string, count: number, reading: Reading): void {
  if (allows(reading, removeByValue, `Only the ${count === 1 ? 'value' : `${count} values`} named were removed.`, path))
    return
  throw invalidValue(`A remove takes no value. To remove single values write a path such as ${path}[value eq "…"].`)
}
