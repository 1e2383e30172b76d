import type { JsonObject } from '../json'
import { readValue } from '../resource/read-value'
import type { AttributeDefinition } from '../schema/types'
import { changeList } from './change-list'
import type { Reading } from './quirks/leniency'
import type { Step } from './state'

/** Changes one part of a complex value: a list of values as a whole attribute of that kind would change. */
export function changeSub(
  reading: Reading,
  parts: JsonObject,
  { op, target, value }: Step,
  sub: AttributeDefinition,
): void {
  const path = `${target.attribute.name}.${sub.name}`
  if (sub.multiValued) {
    changeList(reading, parts, { op, target: { attribute: sub, label: path }, value })
    return
  }
  const next = op === 'remove' ? undefined : readValue(sub, value, path, reading)
  if (next === undefined) delete parts[sub.name]
  else parts[sub.name] = next
}
