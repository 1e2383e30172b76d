import {
  type Json,
  type JsonObject,
  patchUser,
  PATCH_OP_URN,
  readPatch,
  type Registry,
  sharedRegistry,
} from '@/lib/scim'

/** A plain user that PATCH tests begin with. */
export const ann: JsonObject = { userName: 'ann', active: true }

export const workEmail: JsonObject = { type: 'work', value: 'a@x', primary: true }
export const homeEmail: JsonObject = { type: 'home', value: 'h@x' }

/** `ann` with two e-mail addresses, the first of them primary. */
export const annWithEmails: JsonObject = { ...ann, emails: [workEmail, homeEmail] }

/** An operation; without a value it has no such key. */
export function op(name: string, path: string, value?: Json): JsonObject {
  return value === undefined ? { op: name, path } : { op: name, path, value }
}

/** Sends operations through reading and applying, and gathers the codes of all notes. */
export function patchAnn(document: JsonObject, operations: Json, registry: Registry = sharedRegistry) {
  const read = readPatch(registry, { schemas: [PATCH_OP_URN], Operations: operations })
  const result = patchUser(registry, document, read.operations)
  return { ...result, codes: new Set([...read.notes, ...result.notes].map((note) => note.code)) }
}

/** Rule, document before, operations, document after, and the codes of the notes if they matter. */
export type PatchCase = [
  rule: string,
  before: JsonObject,
  operations: JsonObject[],
  after: JsonObject,
  codes?: string[],
]
