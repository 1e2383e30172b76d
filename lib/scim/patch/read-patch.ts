import { invalidPath, invalidSyntax, invalidValue, payloadTooLarge, ScimError } from '../error'
import { describeJson, isObject, type Json, valueOf } from '../json'
import { limits } from '../limits'
import { type Note, takeNotes } from '../notes'
import { parsePatchPath, type PatchPath } from '../path/patch-path'
import type { Registry } from '../schema/types'
import { PATCH_OP_URN } from '../schema/urns'
import { allows, type Reading } from './quirks/leniency'
import { checkSchemas } from './quirks/missing-schemas'
import { type PatchOp, readOp } from './quirks/operation-case'
import { singleOperation } from './quirks/single-operation'

/** One operation, RFC 7644 §3.5.2. */
export interface PatchOperation {
  op: PatchOp
  /** Undefined: the value is an object of attributes. */
  path?: PatchPath
  /** Undefined: not sent, which only a remove may do. */
  value?: Json
}

/**
 * Reads a PatchOp message. Names are read in any case. Throws invalidSyntax for another structure, invalidPath for a path that can't
 * be read, payloadTooLarge for too many operations.
 */
export function readPatch(registry: Registry, body: unknown): { operations: PatchOperation[]; notes: readonly Note[] } {
  const notes = takeNotes()
  const reading: Reading = { strict: registry.rules.strict, notes }
  const list = readEnvelope(body, reading)
  if (list.length === 0) throw invalidSyntax('"Operations" is empty. Send at least one operation.')
  if (list.length > limits.patchOperations) {
    throw payloadTooLarge(
      `The request has ${list.length} operations; at most ${limits.patchOperations.toLocaleString('en-US')} are taken at a time.`,
    )
  }
  const operations = list.map((each, index) => atOperation(index, list.length, () => readOperation(each, reading)))
  return { operations, notes: notes.list }
}

/** Runs what belongs to one operation; a refusal says which one it was when there are several. */
export function atOperation<T>(index: number, count: number, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ScimError) || count === 1) throw error
    throw new ScimError(error.status, `Operation ${index + 1} of ${count}: ${error.detail}`, error.scimType)
  }
}

function readEnvelope(body: unknown, reading: Reading): Json[] {
  if (Array.isArray(body) && allows(reading, singleOperation, 'A bare list was read as the operations.')) return body
  if (!isObject(body)) {
    throw invalidSyntax(`The body must be a PatchOp message with "Operations", but ${describeJson(body)} was sent.`)
  }
  const operations = valueOf(body, 'operations')
  if (operations === undefined && valueOf(body, 'op') !== undefined) {
    if (allows(reading, singleOperation, 'A bare operation was read as the message.')) return [body]
  }
  checkSchemas(valueOf(body, 'schemas'), PATCH_OP_URN, reading)
  if (Array.isArray(operations)) return operations
  if (
    isObject(operations) &&
    allows(reading, singleOperation, 'One operation was read as a list of one.', 'Operations')
  ) {
    return [operations]
  }
  throw invalidSyntax(`"Operations" must be a list of operations, but ${describeJson(operations)} was sent.`)
}

function readOperation(operation: Json, reading: Reading): PatchOperation {
  if (!isObject(operation)) {
    throw invalidSyntax(
      `An operation must be an object with op, path and value, but ${describeJson(operation)} was sent.`,
    )
  }
  const op = readOp(valueOf(operation, 'op'), reading)
  const path = readPath(valueOf(operation, 'path'))
  const value = valueOf(operation, 'value')
  if (value === undefined && op !== 'remove')
    throw invalidValue(`The ${op}${path ? ` of ${path.text}` : ''} has no "value".`)
  return { op, ...(path ? { path } : {}), ...(value === undefined ? {} : { value }) }
}

function readPath(path: Json | undefined): PatchPath | undefined {
  if (path === undefined || path === null || path === '') return undefined
  if (typeof path !== 'string') throw invalidPath(`"path" must be text, but ${describeJson(path)} was sent.`)
  return parsePatchPath(path)
}
