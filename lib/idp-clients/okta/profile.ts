import type { ClientProfile } from '../http'

const reads = {
  'user-agent': 'Okta SCIM Client 1.0.0',
  accept: 'application/scim+json',
  'accept-charset': 'utf-8',
  'accept-encoding': 'gzip',
}

/** The headers of Okta's provisioning client. */
export const oktaClient: ClientProfile = {
  name: 'Okta',
  reads,
  writes: { ...reads, 'content-type': 'application/scim+json; charset=utf-8' },
}

/** The headers of the suite that Okta has integrators run: a content type on GET, plain JSON on POST. */
export const oktaSuite: ClientProfile = {
  name: 'Okta’s test suite',
  reads: {
    'user-agent': 'OKTA SCIM Integration',
    accept: 'application/scim+json',
    'content-type': 'application/scim+json; charset=utf-8',
  },
  writes: {
    'user-agent': 'OKTA SCIM Integration',
    accept: 'application/scim+json; charset=utf-8',
    'content-type': 'application/json',
  },
}
