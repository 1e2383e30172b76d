import { complex, reference, text } from './define'
import type { SchemaDefinition } from './types'
import { GROUP_URN } from './urns'

/** The core Group, RFC 7643 §4.2. `displayName` is required by the text of §4.2, whatever its table says. */
export const GROUP_SCHEMA: SchemaDefinition = {
  id: GROUP_URN,
  name: 'Group',
  description: 'Group',
  attributes: [
    text('displayName', 'The name of the group; unique, compared without case.', {
      required: true,
      uniqueness: 'server',
    }),
    complex(
      'members',
      'The members of the group.',
      [
        text('value', 'The id of the member.', { caseExact: true, mutability: 'immutable' }),
        reference('$ref', 'The URI of the member.', ['User', 'Group'], { mutability: 'immutable' }),
        text('type', 'Whether the member is a user or a group.', {
          canonicalValues: ['User', 'Group'],
          mutability: 'immutable',
        }),
        text('display', 'The present name of the member.', { mutability: 'readOnly' }),
      ],
      { multiValued: true },
    ),
  ],
}
