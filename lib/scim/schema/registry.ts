import { COMMON_ATTRIBUTES } from './common'
import { ENTERPRISE_SCHEMA } from './enterprise'
import { placesOf } from './extension-places'
import { GROUP_SCHEMA } from './group'
import type {
  AttributeDefinition,
  ProviderRules,
  Registry,
  ResourceType,
  ResourceTypeName,
  SchemaDefinition,
} from './types'
import { USER_SCHEMA } from './user'

/** The schemas as a provider with these rules has them. Build it once per provider and keep it: it holds the lookup maps. */
export function createRegistry(rules: ProviderRules): Registry {
  const group = rules.allowSameGroupNames ? withoutUniqueNames(GROUP_SCHEMA) : GROUP_SCHEMA
  const extensions = [ENTERPRISE_SCHEMA, ...rules.extensions]
  const extending = (type: ResourceTypeName) => extensions.filter((schema) => (schema.extends ?? 'User') === type)
  return {
    rules,
    User: resourceType('User', '/Users', USER_SCHEMA, extending('User')),
    Group: resourceType('Group', '/Groups', group, extending('Group')),
    schemas: [USER_SCHEMA, group, ...extensions],
  }
}

/** What all providers share: the schemas that discovery shows to a caller without a token (RFC 7643 §5). */
export const sharedRegistry: Registry = createRegistry({ strict: false, allowSameGroupNames: false, extensions: [] })

function resourceType(
  name: ResourceTypeName,
  endpoint: ResourceType['endpoint'],
  schema: SchemaDefinition,
  extensions: SchemaDefinition[],
): ResourceType {
  const attributes = byName([...COMMON_ATTRIBUTES, ...schema.attributes])
  const bareNames = new Map<string, { schema: SchemaDefinition; attribute: AttributeDefinition } | undefined>()
  for (const extension of extensions) {
    for (const attribute of extension.attributes) {
      const key = attribute.name.toLowerCase()
      if (!attributes.has(key)) bareNames.set(key, bareNames.has(key) ? undefined : { schema: extension, attribute })
    }
  }
  const urns = [schema, ...extensions]
    .map((each) => ({ urn: each.id.toLowerCase(), schema: each, extension: each !== schema }))
    .sort((a, b) => b.urn.length - a.urn.length)
  const { description } = schema
  return { name, endpoint, description, schema, extensions, attributes, bareNames, places: placesOf(extensions), urns }
}

function withoutUniqueNames(schema: SchemaDefinition): SchemaDefinition {
  return {
    ...schema,
    attributes: schema.attributes.map((attribute) =>
      attribute.name === 'displayName'
        ? { ...attribute, description: 'The name of the group.', uniqueness: 'none' as const }
        : attribute,
    ),
  }
}

function byName(definitions: AttributeDefinition[]): ReadonlyMap<string, AttributeDefinition> {
  return new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]))
}
