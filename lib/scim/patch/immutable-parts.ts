import { mutability } from '../error'
import type { JsonObject } from '../json'
import { sameValue } from '../resource/immutable'
import type { Target } from './state'

/** Throws mutability when a value of a list was changed in a part that is set once (RFC 7643 §2.2). */
export function keepImmutableParts({ attribute, label }: Target, before: JsonObject, after: JsonObject): void {
  for (const sub of attribute.subAttributes!) {
    const value = before[sub.name]
    if (sub.mutability !== 'immutable' || value === undefined || sameValue(sub, value, after[sub.name])) continue
    throw mutability(
      `${label} would change ${attribute.name}.${sub.name}, which is set once. Remove the value, and add another.`,
    )
  }
}
