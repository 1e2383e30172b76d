import { expect, test } from 'vitest'
import { clientName, recogniseClient } from './recognise-client'

test.each([
  [{ userAgent: 'Okta SCIM Client 1.0.0' }, 'okta', 'okta'],
  [{ userAgent: 'OKTA SCIM Integration' }, 'okta', 'okta'],
  [{ adScimVersion: '6.0' }, 'entra', 'entra'],
  [{ query: 'aadOptscim062020' }, 'entra', 'entra'],
  [{ userAgent: 'JumpCloud SCIM' }, 'jumpcloud', 'jumpcloud'],
  [{ userAgent: 'curl/8.5.0' }, undefined, 'curl'],
  [{ userAgent: '' }, undefined, undefined],
  [{}, undefined, undefined],
])('%j is %s', (signs, client, name) => {
  expect(recogniseClient(signs)).toBe(client)
  expect(clientName(signs)).toBe(name)
})
