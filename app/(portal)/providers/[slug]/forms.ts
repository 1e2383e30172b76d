import { likelyClient } from '../../client-names'

/**
 * How identity providers' own forms name the two values that they ask for, what to press to try them, and how people get
 * assigned.
 */
export const forms = {
  okta: {
    title: 'Okta',
    endpoint: 'SCIM connector base URL',
    token: 'API token',
    test: 'Choose Test Connector Configuration there: it calls at once.',
    where: 'Provisioning, Integration, Edit',
    assign: [
      'Provisioning, To App, Edit: enable Create Users, Update User Attributes and Deactivate Users.',
      'Assignments: assign people or groups. Okta pushes them within seconds.',
      'Push Groups: add the groups that should be here. Who was assigned before needs Provision User.',
    ],
    guide: 'connect-okta',
  },
  entra: {
    title: 'Microsoft Entra ID',
    endpoint: 'Tenant URL',
    token: 'Secret Token',
    test: 'Choose Test Connection there: it calls at once. After that, Entra calls about every 40 minutes.',
    where: 'Provisioning, admin credentials',
    assign: [
      'Users and groups: assign people and groups. Groups inside groups are not read.',
      'Provisioning, Overview: Start provisioning.',
      'Provision on demand sends one person at once, without waiting for the first cycle.',
    ],
    guide: 'connect-entra',
  },
  other: {
    title: 'Another client',
    endpoint: 'SCIM base URL',
    token: 'Bearer token',
    test: 'Its connection test, or its first push, is the first call.',
    where: 'the provisioning settings of the client',
    assign: [
      'Assign people and groups to the application in your identity provider.',
      'Start provisioning there, or wait for its next run.',
    ],
    guide: 'connect-other',
  },
} as const

export type FormId = keyof typeof forms

/** The form to name the values by. */
export function formOf(provider: Parameters<typeof likelyClient>[0]): FormId {
  const client = likelyClient(provider)
  return client === 'okta' || client === 'entra' ? client : 'other'
}
