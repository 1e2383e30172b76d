import { connect, type Target } from '@/lib/idp-clients/http'

/**
 * Asks once whether there is a server behind the address that takes the token.
 * @throws Error that says what to do when there is none
 */
export async function knock(target: Target) {
  const plain = { accept: 'application/scim+json' }
  const client = connect(target, { name: 'conformance', reads: plain, writes: plain })
  try {
    const { status, headers, text, body } = await client
      .send({ method: 'GET', path: '/Users?startIndex=1&count=1' })
      .catch((error) => {
        throw new Error(`${target.baseUrl} can’t be reached: ${reason(error)}`)
      })
    if (status === 401 || status === 403)
      throw new Error(`The server refuses the token (${status}). Is it the right one, and may it read and write users?`)
    if (status >= 300 && status < 400)
      throw new Error(`The server redirects to ${headers['location'] ?? 'nowhere'}. Give that address with --url.`)
    if (status === 404)
      throw new Error(`There is no /Users below ${target.baseUrl}. --url is the base URL: often it ends with /scim/v2.`)
    if (status < 300 && body === undefined)
      throw new Error(
        `${target.baseUrl}/Users answers, but not with JSON: ${text.slice(0, 80) || 'nothing'}. Is --url the base URL of SCIM?`,
      )
    if (status >= 500)
      throw new Error(`The server answers /Users with ${status}: it has to work before it can be checked.`)
  } finally {
    client.close()
  }
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ECONNREFUSED') return 'nobody listens there. Does the server run, and is the port right?'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is unknown. Is --url right?'
  if (/certificate|self.signed|CERT/i.test(`${code} ${message}`))
    return `its certificate is not trusted (${code}). NODE_EXTRA_CA_CERTS names a file with your authority; --insecure takes any.`
  return message || code || 'no answer.'
}
