import type { NoteSink } from '../notes'
import { bareExtensionNames, findBareName } from '../patch/quirks/bare-extension-names'
import { dotAfterUrn } from '../patch/quirks/dot-after-urn'
import { legacyUrns, modernUrn } from '../patch/quirks/legacy-urns'
import type { Leniency } from '../patch/quirks/leniency'
import { schemaAttribute, subAttribute } from '../schema/sub-attributes'
import type { AttributeDefinition, Registry, ResourceType, ResourceTypeName, SchemaDefinition } from '../schema/types'
import type { AttrPath } from './attr-path'

/** An attribute path that names something known. */
export interface ResolvedAttr {
  type: ResourceTypeName
  /** URN of the schema; the core one for common attributes. */
  schema: string
  extension: boolean
  attribute: AttributeDefinition
  sub?: AttributeDefinition
  /** What is compared and returned: the sub-attribute, else the attribute. */
  leaf: AttributeDefinition
  /** Where it stands in a document, such as ['emails', 'value'] or [ENTERPRISE_URN, 'department']. */
  pointer: string[]
  /** Canonical spelling: `emails.value`, `urn:…:User:department`. */
  name: string
}

/** What a path names, without the step from a complex attribute to its `value`. */
export interface NamedAttr {
  schema: SchemaDefinition
  extension: boolean
  /** Undefined: the path is a schema's URN alone. */
  attribute?: AttributeDefinition
  sub?: AttributeDefinition
}

/**
 * Resolves a path in a filter, sort or projection. A complex attribute means its `value` where it has one (`emails co "@x"`).
 * Undefined when it names nothing known.
 */
export function resolveAttr(
  registry: Registry,
  type: ResourceTypeName,
  path: Pick<AttrPath, 'text'>,
  notes?: NoteSink,
): ResolvedAttr | undefined {
  const named = nameAttr(registry, type, path.text, notes)
  if (!named?.attribute) return undefined
  return resolved(
    type,
    named.schema,
    named.extension,
    named.attribute,
    named.sub ?? subAttribute(named.attribute, 'value'),
  )
}

/** Resolves a path inside the brackets of a value path: a sub-attribute of the attribute before them. */
export function resolveSubAttr(parent: ResolvedAttr, path: Pick<AttrPath, 'text'>): ResolvedAttr | undefined {
  const { attribute } = parent
  const sub = subAttribute(attribute, path.text)
  if (sub) return build(parent, sub)
  // A list of plain values: `value` is the element itself.
  return attribute.type !== 'complex' && path.text.toLowerCase() === 'value' ? parent : undefined
}

/** Finds what a text names: attribute, sub-attribute, or a whole schema. Names in any case. */
export function nameAttr(
  registry: Registry,
  type: ResourceTypeName,
  text: string,
  notes?: NoteSink,
): NamedAttr | undefined {
  const resource = registry[type]
  const may = (leniency: Leniency, detail: string) => {
    if (!registry.rules.strict) notes?.add(leniency.code, detail, text)
    return !registry.rules.strict
  }
  if (!text.includes(':')) return nameBare(resource, text, may)
  const exact = nameQualified(resource, text, may)
  if (exact) return exact
  const modern = modernUrn(text)
  return modern !== undefined && may(legacyUrns, `Read as ${modern}.`)
    ? nameQualified(resource, modern, may)
    : undefined
}

/** The canonical spelling of an attribute that some resource type has: `emails.value`, `urn:…:User:department`. */
export function canonicalName(registry: Registry, text: string): string | undefined {
  for (const type of [registry.User, registry.Group]) {
    const named = nameAttr(registry, type.name, text)
    if (!named?.attribute) continue
    const { schema, extension, attribute, sub } = named
    return `${extension ? `${schema.id}:` : ''}${attribute.name}${sub ? `.${sub.name}` : ''}`
  }
  return undefined
}

type May = (leniency: Leniency, detail: string) => boolean

function nameBare(resource: ResourceType, text: string, may: May): NamedAttr | undefined {
  const dot = text.indexOf('.')
  const name = dot < 0 ? text : text.slice(0, dot)
  const sub = dot < 0 ? undefined : text.slice(dot + 1)
  const core = resource.attributes.get(name.toLowerCase())
  if (core) return withSub({ schema: resource.schema, extension: false, attribute: core }, sub)
  const bare = findBareName(resource, name)
  const found = bare && withSub({ ...bare, extension: true }, sub)
  return found && may(bareExtensionNames, `Read as ${bare.schema.id}:${bare.attribute.name}.`) ? found : undefined
}

/** The longest known URN is cut off first: URNs hold dots and colons themselves ("…:enterprise:2.0:User:name.given"). */
function nameQualified(resource: ResourceType, text: string, may: May): NamedAttr | undefined {
  const folded = text.toLowerCase()
  for (const { urn, schema, extension } of resource.urns) {
    if (!folded.startsWith(urn)) continue
    if (folded.length === urn.length) return { schema, extension }
    const separator = text[urn.length]
    if (separator !== ':' && separator !== '.') continue
    const [name = '', ...rest] = text.slice(urn.length + 1).split('.')
    const attribute = extension ? schemaAttribute(schema, name) : resource.attributes.get(name.toLowerCase())
    const found = attribute && withSub({ schema, extension, attribute }, rest.length ? rest.join('.') : undefined)
    if (found && separator === '.' && !may(dotAfterUrn, `Read as ${schema.id}:${text.slice(urn.length + 1)}.`))
      return undefined
    return found
  }
  return undefined
}

function withSub(
  named: NamedAttr & { attribute: AttributeDefinition },
  sub: string | undefined,
): NamedAttr | undefined {
  if (sub === undefined) return named
  const definition = subAttribute(named.attribute, sub)
  return definition && { ...named, sub: definition }
}

function resolved(
  type: ResourceTypeName,
  schema: SchemaDefinition,
  extension: boolean,
  attribute: AttributeDefinition,
  sub: AttributeDefinition | undefined,
): ResolvedAttr {
  return build({ type, schema: schema.id, extension, attribute }, sub)
}

function build(
  base: Pick<ResolvedAttr, 'type' | 'schema' | 'extension' | 'attribute'>,
  sub: AttributeDefinition | undefined,
): ResolvedAttr {
  const { type, schema, extension, attribute } = base
  const pointer = extension ? [schema, attribute.name] : [attribute.name]
  if (sub) pointer.push(sub.name)
  const local = sub ? `${attribute.name}.${sub.name}` : attribute.name
  const name = extension ? `${schema}:${local}` : local
  return { type, schema, extension, attribute, ...(sub ? { sub } : {}), leaf: sub ?? attribute, pointer, name }
}
