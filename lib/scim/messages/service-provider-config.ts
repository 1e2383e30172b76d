import type { JsonObject } from '../json'
import { limits } from '../limits'
import { SERVICE_PROVIDER_CONFIG_URN } from '../schema/urns'

/** What the rest of the product can do, so that the endpoint advertises the truth. */
export interface Features {
  sort: boolean
  /** Bulk requests, RFC 7644 §3.7. */
  bulk: boolean
  /** Cursor pages, RFC 9865, with the seconds that a cursor lives. */
  cursor?: { timeout: number }
  /** OAuth 2.0 client credentials, with the token endpoint. */
  oauth?: { tokenUrl: string }
}

/** `/ServiceProviderConfig`, RFC 7643 §5 and RFC 9865 §3. */
export function serviceProviderConfig(baseUrl: string, features: Features): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_URN],
    patch: { supported: true },
    bulk: {
      supported: features.bulk,
      maxOperations: features.bulk ? limits.bulkOperations : 0,
      maxPayloadSize: features.bulk ? limits.bodyBytes : 0,
    },
    filter: { supported: true, maxResults: limits.pageMax },
    changePassword: { supported: false },
    sort: { supported: features.sort },
    etag: { supported: true },
    pagination: {
      cursor: features.cursor !== undefined,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: limits.pageDefault,
      maxPageSize: limits.pageMax,
      ...(features.cursor ? { cursorTimeout: features.cursor.timeout } : {}),
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token of the identity provider, sent in the Authorization header.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
      ...(features.oauth
        ? [
            {
              type: 'oauth2',
              name: 'OAuth 2.0 client credentials',
              description: `An access token, sent like a token, that a client of the identity provider asks for at ${features.oauth.tokenUrl}.`,
              specUri: 'https://www.rfc-editor.org/info/rfc6749',
              primary: false,
            },
          ]
        : []),
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  }
}
