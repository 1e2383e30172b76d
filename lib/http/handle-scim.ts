import { answerScim } from './answer-scim'
import { addressHeader, targetHeader } from './client-address'
import { Aborted } from './read-body'

/**
 * Next's door to the SCIM endpoint. Address and target come in headers that the server writes: Next knows no address,
 * and has tidied the URL.
 */
export async function handleScim(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const { pathname, search } = new URL(request.url)
  try {
    const { status, headers, body } = await answerScim({
      method: request.method,
      target: header(targetHeader) ?? pathname + search,
      header,
      body: request.body?.values({ preventCancel: true }),
      address: header(addressHeader) || undefined,
    })
    return new Response(body && request.method !== 'HEAD' ? JSON.stringify(body) : null, { status, headers })
  } catch (error) {
    // Nobody is there to read it.
    if (error instanceof Aborted) return new Response(null, { status: 400 })
    throw error
  }
}
