import { ScimError } from '@/lib/scim'

/** A refusal with what RFC 6750 §3 puts into WWW-Authenticate. */
export class Challenge extends ScimError {
  constructor(
    status: 401 | 403,
    detail: string,
    readonly code?: 'invalid_request' | 'invalid_token' | 'insufficient_scope',
    readonly scopes: string[] = [],
  ) {
    super(status, detail)
  }

  get challenge() {
    const { code, scopes } = this
    const parameters = {
      realm: 'SCIM',
      ...(code && { error: code }),
      ...(scopes.length && { scope: scopes.join(' ') }),
    }
    return `Bearer ${Object.entries(parameters)
      .map(([name, value]) => `${name}="${value}"`)
      .join(', ')}`
  }
}

/** 401, RFC 6750 §3: without a code where nothing was shown that could be judged. */
export const unauthorized = (detail: string, code?: 'invalid_request' | 'invalid_token') =>
  new Challenge(401, detail, code)

/** 403, RFC 6750 §3.1: the token is right, and not for this. */
export const insufficientScope = (scopes: string[]) =>
  new Challenge(
    403,
    `This token may not do that: it lacks ${scopes.join(' and ')}. Generate a token with it in the portal.`,
    'insufficient_scope',
    scopes,
  )
