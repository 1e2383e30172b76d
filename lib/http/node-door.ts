import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerScim } from './answer-scim'
import { clientAddress } from './client-address'
import { Aborted } from './read-body'

/**
 * The SCIM endpoint's own door: what the server hands /scim to. It does without a web-standard Request and Response,
 * whose making costs more than all else that happens here before the database.
 */
export async function nodeDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  try {
    const reply = await answerScim({
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      header,
      // A body that is too large is left where it is: destroying it would take the connection with the answer.
      body: hasBody ? request.iterator({ destroyOnReturn: false }) : undefined,
      address: clientAddress(request.socket.remoteAddress, headers['x-forwarded-for']),
    })
    const text = reply.body && JSON.stringify(reply.body)
    if (text !== undefined) reply.headers['content-length'] = String(Buffer.byteLength(text))
    response.writeHead(reply.status, reply.headers)
    response.end(request.method === 'HEAD' ? undefined : text)
  } catch (error) {
    if (error instanceof Aborted) request.destroy()
    else throw error
  }
}
