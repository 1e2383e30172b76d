import type { Registry, ResourceTypeName } from '@/lib/scim'
import { attributeRows, type AttributeRow } from '@/lib/tables/attribute-rows'
import type { AttributeOption, ExpressionAttribute } from '@/lib/tables/spec'

const filtered = (registry: Registry, type: ResourceTypeName) =>
  attributeRows(registry).filter((row) => row.resource === type && row.stored && !row.path.endsWith('$ref'))

/** What the "SCIM attribute" filter offers: those supported in policy first. */
export const attributeOptions = (registry: Registry, type: ResourceTypeName): AttributeOption[] =>
  filtered(registry, type).map((row) => ({
    value: row.path,
    label: row.policy ? `${row.name} (${row.path})` : row.path,
    ...(filterTypes[row.type] && { type: filterTypes[row.type] }),
    ...(type === 'User' && isShared(row) && { suggests: true }),
  }))

/** One text for a user, which others may have too. */
const isShared = (row: AttributeRow) =>
  row.type === 'String' && !row.multiValued && !row.unique && !COMMON.test(row.path)

/** Where an attribute whose values are suggested stands in the documents. */
export const suggestedPointer = (registry: Registry, path: string): string[] | undefined =>
  filtered(registry, 'User').find((row) => row.path === path && isShared(row))?.pointer

const filterTypes: Record<string, AttributeOption['type']> = {
  Boolean: 'flag',
  Integer: 'number',
  Decimal: 'number',
  DateTime: 'time',
}

/** What an expression over users or groups can ask for, by the schemas that resolve it. */
export const expressionAttributes = (registry: Registry, type: ResourceTypeName): ExpressionAttribute[] =>
  attributeRows(registry)
    .filter((row) => (row.resource === type || COMMON.test(row.path)) && row.stored && !MADE.test(row.path))
    .map((row) => ({
      path: row.path,
      type: types[row.type] ?? 'text',
      hint: schemaName(registry, row),
      ...(!ELSEWHERE.test(row.path) && { name: row.name }),
      ...(row.multiValued && { multiValued: true as const }),
      ...(row.canonicalValues && { values: row.canonicalValues }),
    }))

/** On every resource (RFC 7643 §3.1): `attributeRows` lists them once, with the user's. */
const COMMON = /^(id|externalId|meta\.\w+)$/
/** Not in the documents: they are columns by themselves, or too many. */
const ELSEWHERE = /^(id$|meta\.|groups\.|members\.)/
/** Made when answering: nothing to search. */
const MADE = /(\$ref|^meta\.location|^meta\.version)$/

const types: Record<string, ExpressionAttribute['type']> = {
  Boolean: 'boolean',
  Integer: 'number',
  Decimal: 'number',
  DateTime: 'time',
  Binary: 'binary',
}

const schemaName = (registry: Registry, row: AttributeRow) =>
  COMMON.test(row.path) ? 'every resource' : (registry.schemas.find(({ id }) => id === row.schema)?.name ?? row.schema)
