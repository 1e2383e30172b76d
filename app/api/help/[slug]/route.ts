import { adminOrProblem } from '@/lib/auth/require-admin'
import { article } from '@/lib/help/articles'

/** One article, in sections. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const admin = await adminOrProblem()
  if (admin instanceof Response) return admin
  const found = article((await params).slug)
  if (found) return Response.json(found)
  const problem = { type: 'about:blank', title: 'There is no such article', status: 404 }
  return Response.json(problem, { status: 404, headers: { 'content-type': 'application/problem+json' } })
}
