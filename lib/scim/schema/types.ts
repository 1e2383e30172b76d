export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex'
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
export type Returned = 'always' | 'never' | 'default' | 'request'
export type Uniqueness = 'none' | 'server' | 'global'

/** An attribute as RFC 7643 §7 defines one, with every characteristic said. */
export interface AttributeDefinition {
  name: string
  type: AttributeType
  multiValued: boolean
  description: string
  required: boolean
  caseExact: boolean
  mutability: Mutability
  returned: Returned
  uniqueness: Uniqueness
  canonicalValues?: string[]
  referenceTypes?: string[]
  subAttributes?: AttributeDefinition[]
}

export interface SchemaDefinition {
  /** Its URN. */
  id: string
  name: string
  description: string
  attributes: AttributeDefinition[]
  /** The resource type that an extension extends; User when it doesn't say. */
  extends?: ResourceTypeName
}

export type ResourceTypeName = 'User' | 'Group'

/** An attribute of an extension, or a part of one. */
export interface ExtensionPlace {
  schema: SchemaDefinition
  attribute: AttributeDefinition
  sub?: AttributeDefinition
}

/** The places in a type's extensions with a characteristic that takes work at every write or answer. */
export interface ExtensionPlaces {
  required: readonly ExtensionPlace[]
  immutable: readonly ExtensionPlace[]
  /** Returned whatever is asked. */
  always: readonly ExtensionPlace[]
  /** Returned when it is asked for alone. */
  request: readonly ExtensionPlace[]
}

/** A resource type (RFC 7643 §6) with its extensions, and lookup maps that are built once. */
export interface ResourceType {
  name: ResourceTypeName
  endpoint: '/Users' | '/Groups'
  description: string
  schema: SchemaDefinition
  extensions: SchemaDefinition[]
  /** Core and common attributes by lower-cased name. */
  attributes: ReadonlyMap<string, AttributeDefinition>
  /** Extension attributes by lower-cased name; `undefined` where several extensions have the name. */
  bareNames: ReadonlyMap<string, { schema: SchemaDefinition; attribute: AttributeDefinition } | undefined>
  places: ExtensionPlaces
  /** Lower-cased URNs of the core schema and extensions, the longest first. */
  urns: readonly { urn: string; schema: SchemaDefinition; extension: boolean }[]
}

/** What a provider's settings change about the protocol. */
export interface ProviderRules {
  /** Every leniency is off. */
  strict: boolean
  allowSameGroupNames: boolean
  extensions: SchemaDefinition[]
}

/** The schemas as one provider has them. */
export interface Registry {
  rules: ProviderRules
  User: ResourceType
  Group: ResourceType
  schemas: SchemaDefinition[]
}
