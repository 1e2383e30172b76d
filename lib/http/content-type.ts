import { type ScimError, unsupportedMediaType } from '@/lib/scim'

/**
 * Whether a body of this type is read: `application/scim+json` (RFC 7644 §3.1) or `application/json`, in UTF-8, not
 * compressed. Without a Content-Type it is taken for what it has to be.
 */
export function refusedContent(header: (name: string) => string | undefined): ScimError | undefined {
  const encoding = header('content-encoding')?.trim().toLowerCase()
  if (encoding && encoding !== 'identity')
    return unsupportedMediaType(`A body with Content-Encoding ${encoding} is not read here. Send it uncompressed.`)
  const given = header('content-type')
  if (!given?.trim()) return undefined
  const [type = '', ...parameters] = given.split(';').map((part) => part.trim().toLowerCase())
  if (type !== 'application/scim+json' && type !== 'application/json')
    return unsupportedMediaType(
      `The Content-Type is ${type}. Send application/scim+json (or application/json) with a JSON body.`,
    )
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replace(/"/g, '')
  if (charset && charset !== 'utf-8' && charset !== 'utf8')
    return unsupportedMediaType(`The charset is ${charset}. JSON is sent in UTF-8 (RFC 8259 §8.1).`)
  return undefined
}
