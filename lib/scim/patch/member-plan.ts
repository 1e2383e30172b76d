import { invalidFilter, mutability } from '../error'
import type { Filter } from '../filter/ast'
import { isObject, type Json } from '../json'
import { checkMemberCount, readMembers } from '../resource/read-members'
import type { Reading } from './quirks/leniency'
import { asList } from './change-list'
import { allowRemoveByValue } from './quirks/remove-by-value'
import type { Step } from './state'

/**
 * What a PATCH does to the members of a group, the order of its operations folded in: first `clear` (all go), then `add` and
 * `remove`, which share no id. The last operation on a member wins.
 */
export interface MemberPlan {
  clear: boolean
  add: string[]
  remove: string[]
}

/** Gathers operations on members into a plan, without knowing who is a member. */
export class MemberChanges {
  private clear = false
  private readonly added = new Set<string>()
  private readonly removed = new Set<string>()
  private named = 0
  private changed = false

  /** Undefined when no operation was about members. */
  plan(): MemberPlan | undefined {
    return this.changed ? { clear: this.clear, add: [...this.added], remove: [...this.removed] } : undefined
  }

  /** Throws invalidValue, mutability, payloadTooLarge, or invalidFilter for a filter that does not choose by id. */
  apply({ op, target, value }: Step, reading: Reading): void {
    this.changed = true
    if (target.filter) this.applyChosen(op, idsChosenBy(target.filter), value)
    else if (op === 'remove') this.applyRemove(value, reading)
    else this.applyList(op, value ?? null, reading)
  }

  private applyList(op: 'add' | 'replace', value: Json, reading: Reading): void {
    const ids = this.count(readMembers(asList(value), reading))
    if (op === 'replace') this.clearAll()
    for (const id of ids) this.add(id)
  }

  private applyRemove(value: Json | undefined, reading: Reading): void {
    if (value === undefined || value === null) {
      this.clearAll()
      return
    }
    // An empty list of those who go must not empty the group.
    const ids = this.count(readMembers(asList(value), reading))
    allowRemoveByValue('members', ids.length, reading)
    for (const id of ids) this.remove(id)
  }

  private applyChosen(op: Step['op'], ids: string[], value: Json | undefined): void {
    const other = isObject(value) && typeof value.value === 'string' && !ids.includes(value.value)
    if (other) throw mutability("The id of a member can't be changed. Remove the member and add the other one.")
    for (const id of this.count(ids)) {
      if (op === 'remove' || value === null) this.remove(id)
      else this.add(id)
    }
  }

  private clearAll(): void {
    this.clear = true
    this.added.clear()
    this.removed.clear()
  }

  private add(id: string): void {
    this.removed.delete(id)
    this.added.add(id)
  }

  private remove(id: string): void {
    this.added.delete(id)
    // After a clear there is nobody else to remove.
    if (!this.clear) this.removed.add(id)
  }

  private count(ids: string[]): string[] {
    this.named += ids.length
    checkMemberCount(this.named)
    return ids
  }
}

/** The ids that the brackets of `members[…]` name: `value eq`, or several joined by `or`. Throws invalidFilter for others. */
function idsChosenBy(filter: Filter): string[] {
  if (filter.kind === 'or') return [...new Set(filter.operands.flatMap(idsChosenBy))]
  if (filter.kind === 'compare' && filter.op === 'eq' && filter.path.text.toLowerCase() === 'value') {
    if (typeof filter.value === 'string') return [filter.value]
  }
  throw invalidFilter('In a PATCH, members are chosen by id: write members[value eq "…"], several joined by or.')
}
