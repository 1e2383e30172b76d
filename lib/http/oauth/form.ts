import { limits } from '@/lib/scim'
import type { Arrival } from '../arrival'
import { readBody } from '../read-body'
import { OAuthError } from './oauth-error'

const FORM = 'application/x-www-form-urlencoded'

/** The parameters of a token request, by name. */
export type Form = ReadonlyMap<string, string>

/**
 * Reads the body of a token request, a form (RFC 6749 §4.4.2, appendix B). A parameter without a value counts as left
 * out (§3.2), and those of the URL are not looked at.
 * @throws OAuthError invalid_request for another media type, and for a parameter that comes twice
 * @throws ScimError 413 above limits.formBytes
 */
export async function readForm({ header, body }: Arrival): Promise<Form> {
  const [type, ...parameters] = (header('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((part) => part.startsWith('charset='))?.replace(/^charset="?|"$/g, '')
  if (type !== FORM || (charset && charset !== 'utf-8') || !isPlain(header('content-encoding')))
    throw new OAuthError('invalid_request', `Send the parameters in the body as ${FORM}, in UTF-8, uncompressed.`)
  const text = await readBody(body, header('content-length'), limits.formBytes)
  const form = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue
    if (form.has(name)) throw new OAuthError('invalid_request', `The parameter ${name.slice(0, 40)} comes twice.`)
    form.set(name, value)
  }
  return form
}

const isPlain = (encoding = '') => ['', 'identity'].includes(encoding.trim().toLowerCase())
