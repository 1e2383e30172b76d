import { scimPatch, type ScimPatchOperation, type ScimResource } from 'scim-patch'
import SCIMMY from 'scimmy'
import { isObject, type Json, type JsonObject, PATCH_OP_URN, USER_URN } from '@/lib/scim'
import { keyOf } from '@/lib/scim/json'

SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition, false)

/** One operation on a user. */
export interface PatchCall {
  before: JsonObject
  op: 'add' | 'remove' | 'replace'
  path?: string
  value?: Json
}
/** The document afterwards, or undefined where the operation is refused. */
export type PatchResult = JsonObject | undefined

/** The operation as a client sends it. */
export const operationOf = ({ op, path, value }: PatchCall) => ({
  op,
  ...(path === undefined ? {} : { path }),
  ...(value === undefined ? {} : { value: structuredClone(value) }),
})

/** What the npm package scim-patch makes of it. */
export function scimPatchResult(call: PatchCall): PatchResult {
  try {
    const resource = { schemas: [USER_URN], ...structuredClone(call.before) } as unknown as ScimResource
    return tidy(scimPatch(resource, [operationOf(call) as ScimPatchOperation]) as unknown as JsonObject)
  } catch {
    return undefined
  }
}

/** What SCIMMY makes of it. */
export async function scimmyResult(call: PatchCall): Promise<PatchResult> {
  try {
    const resource = new SCIMMY.Schemas.User({ schemas: [USER_URN], ...structuredClone(call.before) }, 'in')
    const patch = new SCIMMY.Messages.PatchOp({ schemas: [PATCH_OP_URN], Operations: [operationOf(call)] })
    const after = (await patch.apply(resource)) ?? resource
    return tidy(JSON.parse(JSON.stringify(after)) as JsonObject)
  } catch {
    return undefined
  }
}

/** Without `schemas` and what is no value (RFC 7643 §2.5); lists have no order (§2.4). */
export function tidy({ schemas: _, meta: _meta, ...rest }: JsonObject): JsonObject {
  return (withoutNothing(rest) ?? {}) as JsonObject
}

/** A value without the parts that are none, its lists sorted. */
export function withoutNothing(value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const kept = value.flatMap((each) => withoutNothing(each) ?? [])
    return kept.length ? kept.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : undefined
  }
  if (!isObject(value)) return value ?? undefined
  const kept = Object.entries(value).flatMap(([name, each]) => {
    const part = withoutNothing(each)
    return part === undefined ? [] : [[name, part] as const]
  })
  return kept.length ? Object.fromEntries(kept) : undefined
}
