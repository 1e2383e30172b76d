import { expect, test } from 'vitest'
import { adviceFor } from './refusal-advice'

const refused = { action: 'refused', status: 400, scimType: null, resourceType: 'User' as const }

test('a call that was not refused needs no advice', () => {
  expect(adviceFor({ ...refused, action: 'created', status: 201 }, 'Okta')).toBeUndefined()
})

test.each([
  [{ status: 409, scimType: 'uniqueness' }, /two people in Okta share a user name/],
  [{ status: 409, scimType: 'uniqueness', resourceType: 'Group' as const }, /Rename one of the two in Okta/],
  [{ scimType: 'invalidValue' }, /mapping in Okta/],
  [{ scimType: 'invalidFilter' }, /userName or externalId/],
  [{ status: 409 }, /bulk request/],
  [{ status: 401 }, /Generate a new one/],
  [{ status: 404 }, /Take the assignment away/],
  [{ status: 400 }, /Compare the request/],
  [{ status: 418 }, /Compare the request/],
  [{ status: 503 }, /database was away/],
  [{ status: 507 }, /the fault is here/],
  // The type says more than the status.
  [{ status: 400, scimType: 'mutability' }, /set here alone/],
])('%j', (call, text) => {
  expect(adviceFor({ ...refused, ...call }, 'Okta')).toMatch(text)
})
