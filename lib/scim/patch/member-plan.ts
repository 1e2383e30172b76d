import { invalidFilter, mutability } from '../error'
import type { Filter } from '../filter/ast'
import { checkElementFilter } from '../filter/check'
import { isObject, type Json } from '../json'
import { checkMemberCount, readMembers } from '../resource/read-members'
import type { Reading } from './quirks/leniency'
import { asList } from './change-list'
import { parentOf } from './change-selected'
import { allowRemoveByValue } from './quirks/remove-by-value'
import type { PatchState, Step } from './state'

/**
 * What a PATCH does to the members of a group, the order of its operations folded in: first `clear` (all go), or those go whom a
 * filter of `chosen` matches; then `add` and `remove`, which share no id. The last operation on a member wins.
 */
export interface MemberPlan {
  clear: boolean
  add: string[]
  remove: string[]
  /** About one member each; left out where members are chosen by their ids alone. */
  chosen?: Filter[]
}

/** Filters in one plan: each becomes part of one statement. */
const MOST_CHOSEN = 20

/** Gathers operations on members into a plan, without knowing who is a member. */
export class MemberChanges {
  private clear = false
  private readonly added = new Set<string>()
  private readonly removed = new Set<string>()
  private chosen: Filter[] = []
  private named = 0
  private changed = false

  /** Undefined when no operation was about members. */
  plan(): MemberPlan | undefined {
    if (!this.changed) return undefined
    const { clear, chosen } = this
    return { clear, add: [...this.added], remove: [...this.removed], ...(chosen.length ? { chosen } : {}) }
  }

  /** Throws invalidValue, mutability, payloadTooLarge or invalidFilter. */
  change(state: PatchState, { op, target, value }: Step): void {
    this.changed = true
    const { filter, sub, label } = target
    // Every part is immutable, or follows from the member (RFC 7643 §4.2).
    if (sub) throw mutability(`${label} can't be changed: a member is added or removed as a whole.`)
    const ids = filter && idsChosenBy(filter)
    if (ids) this.applyChosen(op, ids, value)
    else if (filter) {
      checkElementFilter(parentOf(state, target), filter, state.reading)
      this.applyFilter(op, filter, value)
    } else if (op === 'remove') this.applyRemove(value, state.reading)
    else this.applyList(op, value, state.reading)
  }

  private applyList(op: 'add' | 'replace', value: Json, reading: Reading): void {
    const ids = this.count(readMembers(asList(value), reading))
    if (op === 'replace') this.clearAll()
    for (const id of ids) this.add(id)
  }

  private applyRemove(value: Json, reading: Reading): void {
    if (value === null) {
      this.clearAll()
      return
    }
    // An empty list of those who go must not empty the group.
    const ids = this.count(readMembers(asList(value), reading))
    allowRemoveByValue('members', ids.length, reading)
    for (const id of ids) this.remove(id)
  }

  private applyChosen(op: Step['op'], ids: string[], value: Json): void {
    const other = isObject(value) && typeof value.value === 'string' && !ids.includes(value.value)
    if (other) throw mutability("The id of a member can't be changed. Remove the member and add the other one.")
    for (const id of this.count(ids)) {
      if (op === 'remove' || value === null) this.remove(id)
      else this.add(id)
    }
  }

  /** All that match go (RFC 7644 §3.5.2.2). Who that is shows in the database alone, where those who are added come last. */
  private applyFilter(op: Step['op'], filter: Filter, value: Json): void {
    if (op !== 'remove' && value !== null) {
      throw mutability("The parts of a member can't be changed. Remove members, and add others by their ids.")
    }
    if (this.added.size > 0) {
      throw invalidFilter(
        'Members that a filter chooses otherwise than by id are removed before others are added: change the order of the operations.',
      )
    }
    if (this.clear) return
    if (this.chosen.length === MOST_CHOSEN) {
      throw invalidFilter(`Members are chosen by at most ${MOST_CHOSEN} filters in one request. Send them in several.`)
    }
    this.chosen.push(filter)
  }

  private clearAll(): void {
    this.clear = true
    this.chosen = []
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

/** The ids that the brackets of `members[…]` name: `value eq`, or several joined by `or`. Undefined for other filters. */
function idsChosenBy(filter: Filter): string[] | undefined {
  const ids = new Set<string>()
  for (const part of filter.kind === 'or' ? filter.operands : [filter]) {
    const isId = part.kind === 'compare' && part.op === 'eq' && part.path.text.toLowerCase() === 'value'
    if (!isId || typeof part.value !== 'string') return undefined
    ids.add(part.value)
  }
  return [...ids]
}
