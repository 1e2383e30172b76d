import { type Change, isObject, type Json, type JsonObject, undoChanges } from '@/lib/scim'
import type { CallSince } from '@/lib/sync-log/calls-since'
import { MASK } from '@/lib/sync-log/redacted-names'

/** A document as it was, as far as the log tells. */
export interface DocumentThen {
  document: JsonObject
  /** Attributes that were not as the log says, or are not told apart in it: they may have been otherwise. */
  unsure: string[]
  /** Whether a value of then is one that is left out of the log. */
  redacted: boolean
}

/** Undoes what calls changed, the newest first. A value that the log leaves out is `[redacted]`. */
export function documentThen(now: JsonObject, calls: readonly CallSince[]): DocumentThen {
  const unsure = new Set<string>()
  let document = now
  for (const { changes } of calls) {
    if (!changes) continue
    for (const { attribute } of changes) if (attribute.includes(MASK)) unsure.add(attribute)
    const told = changes.filter(({ attribute }) => !attribute.includes(MASK))
    const undone = undoChanges(document, told)
    const masked = new Set(told.filter(isMasked).map(({ attribute }) => attribute))
    for (const attribute of undone.unsure) if (!masked.has(attribute)) unsure.add(attribute)
    document = undone.document
  }
  return { document, unsure: [...unsure], redacted: document !== now && holdsMask(document) }
}

const isMasked = ({ after }: Change) => after !== undefined && holdsMask(after)

function holdsMask(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsMask)
  return isObject(value) ? Object.values(value).some(holdsMask) : value === MASK
}

/** The groups that somebody was in directly: for each, the earliest call that moved them tells what was before it. */
export function groupsThen(now: readonly string[], calls: readonly CallSince[]): string[] {
  const groups = new Set(now)
  for (const { role, groupId, left } of calls) {
    for (const id of left) groups.add(id)
    if (!groupId) continue
    if (role === 'added') groups.delete(groupId)
    else groups.add(groupId)
  }
  return [...groups]
}
