import { complex, instant, reference, text } from './define'
import type { AttributeDefinition } from './types'

const READ_ONLY = { mutability: 'readOnly' } as const

/** What every resource has (RFC 7643 §3 and §3.1). They belong to no schema, so `/Schemas` does not list them. */
export const COMMON_ATTRIBUTES: AttributeDefinition[] = [
  reference('schemas', 'The schemas that the resource uses.', ['uri'], { multiValued: true, returned: 'always' }),
  text('id', 'The id of the resource, given by this service.', {
    ...READ_ONLY,
    caseExact: true,
    returned: 'always',
    uniqueness: 'global',
  }),
  text('externalId', "The client's own id for the resource.", { caseExact: true }),
  complex(
    'meta',
    'About the resource.',
    [
      text('resourceType', 'The type of the resource.', { ...READ_ONLY, caseExact: true }),
      instant('created', 'When the resource was added.', READ_ONLY),
      instant('lastModified', 'When the resource was last changed.', READ_ONLY),
      reference('location', 'The URI of the resource.', ['uri'], READ_ONLY),
      text('version', 'The version of the resource, as in the ETag header.', { ...READ_ONLY, caseExact: true }),
    ],
    READ_ONLY,
  ),
]
