import { invalidValue, payloadTooLarge } from '../error'
import { describeJson, isObject, type Json } from '../json'
import { limits } from '../limits'
import { bareValues } from '../patch/quirks/bare-values'
import { allows, type Reading } from '../patch/quirks/leniency'
import { singleForList } from '../patch/quirks/single-for-list'
import { checkKeyLength } from './key-length'
import { unresolvedBulkId, wrongType } from './read-value'

/**
 * Reads the ids out of a `members` value, each once, in order. Only the id counts: type and name are found by it, whatever is sent
 * with it. Throws invalidValue for what holds no id, payloadTooLarge beyond the limit.
 */
export function readMembers(value: Json, reading: Reading): string[] {
  if (value === null) return []
  if (!Array.isArray(value) && !allows(reading, singleForList, 'One member was read as a list of one.', 'members')) {
    throw wrongType('members', value, 'a list')
  }
  const elements = Array.isArray(value) ? value : [value]
  checkMemberCount(elements.length)
  const ids = new Set<string>()
  for (const element of elements) {
    const id = readMember(element, reading)
    if (id !== undefined) ids.add(id)
  }
  return [...ids]
}

/** Throws payloadTooLarge when a request names more members than it may. */
export function checkMemberCount(count: number): void {
  if (count <= limits.membersPerRequest) return
  throw payloadTooLarge(
    `The request names more than ${limits.membersPerRequest.toLocaleString('en-US')} members. Send them in several requests.`,
  )
}

function readMember(element: Json, reading: Reading): string | undefined {
  if (element === null) return undefined
  const id = isObject(element) ? memberValue(element) : element
  if (typeof id !== 'string' || id === '') {
    throw invalidValue(
      `Each of members must be an object with the member's id as its value, but ${describeJson(element)} was sent.`,
    )
  }
  if (!isObject(element) && !allows(reading, bareValues, 'A bare id was read as {"value": id}.', 'members')) {
    throw wrongType('members', element, 'a list of objects with value')
  }
  if (id.startsWith('bulkId:')) throw unresolvedBulkId(id, 'members.value')
  checkKeyLength(id, 'members.value')
  return id
}

function memberValue(element: { [name: string]: Json }): Json | undefined {
  if (element.value !== undefined) return element.value
  const key = Object.keys(element).find((name) => name.toLowerCase() === 'value')
  return key === undefined ? undefined : element[key]
}
