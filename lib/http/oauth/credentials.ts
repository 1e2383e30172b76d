import { type Assertion, readAssertion } from './assertion'
import type { Form } from './form'
import { OAuthError } from './oauth-error'

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** What a client shows of itself. Nothing of it is believed yet. */
export type Credentials = { clientId: string } & ({ secret: string } | { assertion: Assertion })

const badRequest = (description: string) => new OAuthError('invalid_request', description)
const badClient = (description: string) => new OAuthError('invalid_client', description)

/**
 * How a client authenticates: `client_secret_basic`, `client_secret_post` (RFC 6749 §2.3.1) or `private_key_jwt`
 * (RFC 7523 §2.2).
 * @throws OAuthError invalid_request for several ways at once (RFC 6749 §2.3); invalid_client for none that can be read
 */
export function readCredentials(authorization: string | undefined, form: Form): Credentials {
  const [clientId, secret] = [form.get('client_id'), form.get('client_secret')]
  const [assertion, type] = [form.get('client_assertion'), form.get('client_assertion_type')]
  const header = authorization?.trim()
  if ([header, secret, assertion ?? type].filter((each) => each !== undefined && each !== '').length > 1)
    throw badRequest('Authenticate in one way: by Authorization, by client_secret, or by client_assertion.')
  if (header) return sameClient(readBasic(header), clientId)
  if (secret !== undefined) {
    if (clientId === undefined) throw badRequest('client_id is missing.')
    return { clientId, secret }
  }
  if (assertion === undefined && type === undefined)
    throw badClient('Authenticate with the client ID and secret (HTTP Basic, or client_id and client_secret).')
  if (assertion === undefined || type === undefined)
    throw badRequest('client_assertion and client_assertion_type come together.')
  if (type !== ASSERTION_TYPE) throw badClient(`The client_assertion_type is not known. Send ${ASSERTION_TYPE}.`)
  const read = readAssertion(assertion)
  if (!read) throw badClient('The client_assertion is no signed JWT with a subject.')
  return sameClient({ clientId: read.subject, assertion: read }, clientId)
}

function sameClient(credentials: Credentials, clientId: string | undefined): Credentials {
  if (clientId !== undefined && clientId !== credentials.clientId)
    throw badRequest('The client_id in the body is another than the one that authenticates.')
  return credentials
}

/** RFC 7617, with client ID and secret form-encoded before (RFC 6749 §2.3.1). */
function readBasic(authorization: string): Credentials {
  const encoded = /^basic +([\w+/-]+={0,2})$/i.exec(authorization)?.[1]
  if (!encoded) throw badClient('The Authorization header does not hold Basic credentials.')
  const [, clientId, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  try {
    if (clientId && secret) return { clientId: formDecoded(clientId), secret: formDecoded(secret) }
  } catch {
    // Not well encoded: no credentials of ours.
  }
  throw badClient('The Authorization header does not hold a client ID and a secret.')
}

const formDecoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))
