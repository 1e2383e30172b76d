import type { AttributeDefinition, ResourceType, SchemaDefinition } from '../../schema/types'
import type { Leniency } from './leniency'

/** Interop: `department` without its URN means the one extension attribute of that name, when core has none. */
export const bareExtensionNames: Leniency = {
  code: 'bare-extension-names',
  title: 'An extension attribute may be named without its URN',
  clients: ['Entra', 'JumpCloud', 'OneLogin', 'hand-written scripts'],
}

/** The extension attribute that a bare name means; undefined when none or several have it. */
export function findBareName(
  type: ResourceType,
  name: string,
): { schema: SchemaDefinition; attribute: AttributeDefinition } | undefined {
  return type.bareNames.get(name.toLowerCase())
}
