import type { Change } from '@/lib/scim'
import { redactJson } from './redact'
import { MASK, redactor, segmentsOf } from './redacted-names'

/** Changes with the values of redacted attributes masked: that something changed is kept. */
export function redactChanges(changes: Change[], names: readonly string[]): Change[] {
  const isRedacted = redactor(names)
  return changes.map((change) => {
    const segments = segmentsOf(change.attribute)
    const hidden = segments.some((_, index) => isRedacted(segments.slice(0, index + 1)))
    if (!hidden && names.length === 0) return change
    const mask = (value: Change['before']) =>
      value === undefined ? undefined : hidden ? MASK : redactJson(value, names)
    return { attribute: change.attribute, before: mask(change.before), after: mask(change.after) }
  })
}
