import { randomUUID } from 'node:crypto'
import { adminOrProblem } from '@/lib/auth/require-admin'
import { log } from '@/lib/http/log'
import { ScimError } from '@/lib/scim'
import { ExpressionError } from '@/lib/tables/read-expression'

const noStore = { 'cache-control': 'no-store' }

/** A problem document, RFC 9457. */
export const problem = (status: number, title: string, detail: string) =>
  Response.json(
    { type: 'about:blank', title, status, detail },
    { status, headers: { 'content-type': 'application/problem+json', ...noStore } },
  )

/**
 * Answers an administrator, nobody else. What can't be read or searched is a problem that says why; whatever else goes wrong,
 * the session's own look-up too, one with the request id under which the server's log says more.
 * @param what names it in an error: "The history"
 */
export async function forAdmin(what: string, answer: () => Promise<Response>): Promise<Response> {
  try {
    const admin = await adminOrProblem()
    return admin instanceof Response ? admin : await answer()
  } catch (error) {
    if (error instanceof ScimError || error instanceof ExpressionError)
      return problem(400, `${what} could not be read`, error.message)
    const requestId = randomUUID()
    log().error({ err: error, requestId }, `${what} could not be read`)
    const detail = `The database did not answer, or not as expected. Try again. Request id ${requestId}.`
    return problem(500, `${what} could not be read`, detail)
  }
}

/**
 * Answers an administrator with what `read` finds, as JSON.
 * @param read gives undefined where there is no such resource, and a problem where the request makes no sense
 */
export const answerAdmin = (what: string, read: () => Promise<object | undefined>): Promise<Response> =>
  forAdmin(what, async () => {
    const found = await read()
    if (found instanceof Response) return found
    if (!found) return problem(404, 'Not found', 'It was deleted, or never existed.')
    return Response.json(found, { headers: noStore })
  })
