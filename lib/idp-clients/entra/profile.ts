import type { ClientProfile } from '../http'

/** The headers of Entra's provisioning service: no User-Agent to rely on. */
export const entraClient: ClientProfile = {
  name: 'Microsoft Entra ID',
  reads: { adscimversion: '6.0', 'content-type': 'application/scim+json; charset=utf-8' },
  writes: { adscimversion: '6.0', 'content-type': 'application/scim+json; charset=utf-8' },
}

/** The headers of https://scimvalidator.microsoft.com. */
export const entraValidator: ClientProfile = {
  name: 'Microsoft SCIM Validator',
  reads: { 'content-type': 'application/scim+json; charset=utf-8' },
  writes: { 'content-type': 'application/scim+json; charset=utf-8' },
}
