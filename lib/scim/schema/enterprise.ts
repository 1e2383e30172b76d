import { complex, reference, text } from './define'
import type { SchemaDefinition } from './types'
import { ENTERPRISE_URN } from './urns'

/** The EnterpriseUser extension, RFC 7643 §4.3. */
export const ENTERPRISE_SCHEMA: SchemaDefinition = {
  id: ENTERPRISE_URN,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  extends: 'User',
  attributes: [
    text('employeeNumber', 'The number or code that the organization gave the person.'),
    text('costCenter', 'The cost center.'),
    text('organization', 'The organization.'),
    text('division', 'The division.'),
    text('department', 'The department.'),
    complex('manager', 'The manager of the user.', [
      text('value', 'The id of the user who is the manager.', { caseExact: true, required: true }),
      reference('$ref', 'The URI of the user who is the manager.', ['User']),
      text('displayName', 'The display name of the manager.', { mutability: 'readOnly' }),
    ]),
  ],
}
