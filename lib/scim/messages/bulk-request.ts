import { invalidSyntax, invalidValue, payloadTooLarge, type ScimError, unlessRefused, uriTooLong } from '../error'
import { describeJson, isObject, type Json, type JsonObject, valueOf } from '../json'
import { describeBytes, limits } from '../limits'
import { type Note, takeNotes } from '../notes'
import { allows, type Reading } from '../patch/quirks/leniency'
import { missingBulkId } from '../patch/quirks/missing-bulk-id'
import { checkSchemas } from '../patch/quirks/missing-schemas'
import { operationCase } from '../patch/quirks/operation-case'
import type { Registry } from '../schema/types'
import { BULK_REQUEST_URN } from '../schema/urns'

/** One operation of a bulk request, RFC 7644 §3.7. What could not be read of a malformed one is left out. */
export interface BulkOperation {
  /** In capitals. */
  method?: string
  path?: string
  bulkId?: string
  /** To be compared as If-Match is. */
  version?: string
  data?: Json
  notes: readonly Note[]
  /** Why it can't be run. */
  refusal?: ScimError
}

export interface BulkRequest {
  /** After so many errors the rest is left. */
  failOnErrors: number
  operations: BulkOperation[]
  /** About the message itself. */
  notes: readonly Note[]
}

/**
 * Reads a BulkRequest message. Names are read in any case. A malformed operation has a refusal and does not touch the others. Throws
 * invalidSyntax for another structure, invalidValue for failOnErrors, payloadTooLarge for too many operations.
 */
export function readBulk(registry: Registry, body: unknown): BulkRequest {
  const notes = takeNotes()
  const { strict } = registry.rules
  if (!isObject(body)) {
    throw invalidSyntax(`The body must be a BulkRequest message with "Operations", but ${describeJson(body)} was sent.`)
  }
  checkSchemas(valueOf(body, 'schemas'), BULK_REQUEST_URN, { strict, notes })
  const list = valueOf(body, 'Operations')
  if (!Array.isArray(list)) {
    throw invalidSyntax(`"Operations" must be a list of operations, but ${describeJson(list)} was sent.`)
  }
  if (list.length > limits.bulkOperations) {
    throw payloadTooLarge(
      `The bulk request has ${list.length.toLocaleString('en-US')} operations; at most ` +
        `${limits.bulkOperations.toLocaleString('en-US')} (maxOperations) are taken at a time. Send them in several requests.`,
    )
  }
  const failOnErrors = readFailOnErrors(valueOf(body, 'failOnErrors'))
  const taken = new Set<string>()
  return { failOnErrors, operations: list.map((each) => readOperation(each, strict, taken)), notes: notes.list }
}

function readFailOnErrors(value: Json | undefined): number {
  if (value === undefined || value === null) return Infinity
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw invalidValue(`failOnErrors must be a whole number from 1, but ${describeJson(value)} was sent.`)
}

function readOperation(received: Json, strict: boolean, taken: Set<string>): BulkOperation {
  const notes = takeNotes()
  if (!isObject(received)) {
    const refusal = invalidSyntax(
      `An operation must be an object with method, path and data, but ${describeJson(received)} was sent.`,
    )
    return { notes: notes.list, refusal }
  }
  const path = textOf(received, 'path')
  const operation: BulkOperation = {
    method: textOf(received, 'method')?.toUpperCase().slice(0, MOST_METHOD),
    // A longer one is refused, and kept out of the log.
    path: path !== undefined && path.length <= limits.urlBytes ? path : undefined,
    bulkId: textOf(received, 'bulkId'),
    version: textOf(received, 'version'),
    notes: notes.list,
  }
  const read = (): BulkOperation => {
    if (path !== operation.path) throw uriTooLong(`The path is longer than ${describeBytes(limits.urlBytes)}.`)
    checkOperation(operation, received, { strict, notes }, taken)
    const data = valueOf(received, 'data')
    if (operation.method === 'DELETE') return operation
    if (data === undefined || data === null) throw invalidSyntax(`The ${operation.method} has no "data".`)
    return { ...operation, data }
  }
  return unlessRefused(read, (refusal) => ({ ...operation, refusal }))
}

const METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
// An answer shows what was sent, but not at any length.
const MOST_METHOD = 16

/** An empty text and null are no value. */
function textOf(object: JsonObject, name: string): string | undefined {
  const value = valueOf(object, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function checkOperation(operation: BulkOperation, received: JsonObject, reading: Reading, taken: Set<string>): void {
  const { method, path, bulkId } = operation
  const sent = valueOf(received, 'method')
  if (method === undefined || !METHODS.has(method)) {
    throw invalidSyntax(`"method" must be POST, PUT, PATCH or DELETE, but ${describeJson(sent)} was sent.`)
  }
  if (method !== sent && !allows(reading, operationCase, `"${String(sent)}" was read as "${method}".`)) {
    throw invalidSyntax(`"method" must be written "${method}".`)
  }
  if (path === undefined) {
    throw invalidSyntax(
      `"path" must be a text such as "/Users" or "/Users/{id}", but ${describeJson(valueOf(received, 'path'))} was sent.`,
    )
  }
  for (const name of ['bulkId', 'version']) {
    const value = valueOf(received, name)
    if (value === undefined || value === null || typeof value === 'string') continue
    throw invalidSyntax(`"${name}" must be a text, but ${describeJson(value)} was sent.`)
  }
  if (method === 'POST') checkBulkId(bulkId, reading, taken)
}

function checkBulkId(bulkId: string | undefined, reading: Reading, taken: Set<string>): void {
  if (bulkId === undefined) {
    if (allows(reading, missingBulkId, 'A POST without bulkId was read; nothing can refer to it.')) return
    throw invalidSyntax('A POST in a bulk request must have a "bulkId".')
  }
  if (taken.has(bulkId)) {
    throw invalidValue(`The bulkId "${bulkId}" belongs to an earlier operation already. Each POST needs its own.`)
  }
  taken.add(bulkId)
}
