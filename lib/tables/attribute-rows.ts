import {
  type AttributeDefinition,
  ENTERPRISE_URN,
  type Registry,
  type ResourceType,
  type ResourceTypeName,
  type SchemaDefinition,
} from '@/lib/scim'
import { attributeWords } from './attribute-words'
import { policyAttributes } from './specs/policy-attributes'

/** What the SCIM Attributes page says about one attribute. */
export interface AttributeRow {
  id: string
  resource: ResourceTypeName
  name: string
  /** The path that filters take: without the URN where that can be told. */
  path: string
  /** The path below the schema's URN. */
  local: string
  /** RFC 7644 §3.10. */
  urn: string
  /** URN of the schema. */
  schema: string
  /** Where its value stands in the document. */
  pointer: string[]
  description: string
  type: string
  /** RFC 7643 §7; other values are kept too. */
  canonicalValues?: string[]
  required: boolean
  unique: boolean
  multiValued: boolean
  caseExact: boolean
  mutability: string
  returned: string
  /** Access policies can use it. */
  policy: boolean
  /** A value is kept: passwords are not. */
  stored: boolean
}

const policyPlace = new Map(policyAttributes.map((attribute, place) => [attribute.path, { ...attribute, place }]))

/** A row for every attribute of the schemas that `/Schemas` serves: those supported in policy first, in their order. */
export function attributeRows(registry: Registry): AttributeRow[] {
  const rows = (['User', 'Group'] as const).flatMap((resource) => {
    const type = registry[resource]
    // The common attributes are the same on both: they are listed once, with the user's.
    const own =
      resource === 'User'
        ? [...type.attributes.values()].filter(({ name }) => name !== 'schemas')
        : type.schema.attributes
    return [
      ...own.flatMap((attribute) => leaves(type, type.schema, attribute, [])),
      ...type.extensions.flatMap((schema) =>
        schema.attributes.flatMap((attribute) => leaves(type, schema, attribute, [schema.id])),
      ),
    ]
  })
  const place = (row: AttributeRow) => (row.policy ? (policyPlace.get(row.local)?.place ?? 0) : policyPlace.size)
  return rows.sort((a, b) => place(a) - place(b))
}

function leaves(
  type: ResourceType,
  schema: SchemaDefinition,
  attribute: AttributeDefinition,
  prefix: string[],
): AttributeRow[] {
  if (attribute.type !== 'complex') return [row(type, schema, prefix, attribute)]
  return (attribute.subAttributes ?? []).map((sub) => row(type, schema, prefix, attribute, sub))
}

function row(
  type: ResourceType,
  schema: SchemaDefinition,
  prefix: string[],
  attribute: AttributeDefinition,
  sub?: AttributeDefinition,
): AttributeRow {
  const leaf = sub ?? attribute
  const local = sub ? `${attribute.name}.${sub.name}` : attribute.name
  const urn = `${schema.id}:${local}`
  const standard = schema === type.schema || schema.id === ENTERPRISE_URN
  const policy = standard && type.name === 'User' ? policyPlace.get(local) : undefined
  const named = schema === type.schema || type.bareNames.get(attribute.name.toLowerCase())?.schema === schema
  return {
    id: urn,
    resource: type.name,
    name: policy?.name ?? readableName(attribute, sub),
    path: named ? local : urn,
    local,
    urn,
    schema: schema.id,
    pointer: [...prefix, ...local.split('.')],
    description: policy?.note ? `${leaf.description} ${policy.note}` : leaf.description,
    type: typeNames[leaf.type],
    ...(leaf.canonicalValues?.length && { canonicalValues: leaf.canonicalValues }),
    required: attribute.required && leaf.required,
    // Ids are unique because they are made here: nothing that an IdP must see to.
    unique: leaf.uniqueness !== 'none' && leaf.mutability !== 'readOnly',
    multiValued: attribute.multiValued,
    caseExact: leaf.caseExact,
    mutability: leaf.mutability,
    returned: leaf.returned,
    policy: policy !== undefined,
    stored: leaf.returned !== 'never',
  }
}

const typeNames: Record<AttributeDefinition['type'], string> = {
  string: 'String',
  boolean: 'Boolean',
  decimal: 'Decimal',
  integer: 'Integer',
  dateTime: 'DateTime',
  binary: 'Binary',
  reference: 'Reference',
  complex: 'Complex',
}

/** `phoneNumbers.value` → Phone Numbers, `phoneNumbers.type` → Phone Numbers Type, `name.middleName` → Middle Name. */
function readableName(attribute: AttributeDefinition, sub?: AttributeDefinition): string {
  if (!sub || sub.name === 'value') return attributeWords(attribute.name)
  return attribute.name === 'name'
    ? attributeWords(sub.name)
    : `${attributeWords(attribute.name)} ${attributeWords(sub.name)}`
}
