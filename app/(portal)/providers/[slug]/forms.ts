import { likelyClient } from '../../client-names'

/** How identity providers' own forms name the two values that they ask for, and what to press to try them. */
export const forms = {
  okta: {
    title: 'Okta',
    endpoint: 'SCIM connector base URL',
    token: 'API token',
    test: 'Choose Test Connector Configuration there: it calls at once.',
    guide: 'connect-okta',
  },
  entra: {
    title: 'Microsoft Entra ID',
    endpoint: 'Tenant URL',
    token: 'Secret Token',
    test: 'Choose Test Connection there: it calls at once. After that, Entra calls about every 40 minutes.',
    guide: 'connect-entra',
  },
  other: {
    title: 'Another client',
    endpoint: 'SCIM base URL',
    token: 'Bearer token',
    test: 'Its connection test, or its first push, is the first call.',
    guide: 'connect-other',
  },
} as const

export type FormId = keyof typeof forms

/** The form to name the values by. */
export function formOf(provider: Parameters<typeof likelyClient>[0]): FormId {
  const client = likelyClient(provider)
  return client === 'okta' || client === 'entra' ? client : 'other'
}
