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
 * Answers an administrator with what `read` finds, as JSON; nobody else.
 * @param what names it in an error: "The history"
 * @param read gives undefined where there is no such resource, and a problem where the request makes no sense
 */
export async function answerAdmin(what: string, read: () => Promise<object | undefined>): Promise<Response> {
  const admin = await adminOrProblem()
  if (admin instanceof Response) return admin
  try {
    const found = await read()
    if (found instanceof Response) return found
    if (!found) return problem(404, 'Not found', 'It was deleted, or never existed.')
    return Response.json(found, { headers: noStore })
  } catch (error) {
    // A filter that can't be read or searched says why.
    if (error instanceof ScimError || error instanceof ExpressionError)
      return problem(400, `${what} could not be read`, error.message)
    log().error({ err: error }, `${what} could not be read`)
    return problem(500, `${what} could not be read`, 'The database did not answer, or not as expected. Try again.')
  }
}
