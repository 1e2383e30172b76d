import { adminOrProblem } from '@/lib/auth/require-admin'
import { groupDetails } from '@/lib/directory/portal-details'
import { membersOfGroup } from '@/lib/directory/portal-members'
import { foldName } from '@/lib/scim'
import { log } from '@/lib/http/log'

const ROWS = 50
const problem = (status: number, title: string, detail: string) =>
  Response.json(
    { type: 'about:blank', title, status, detail },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  )

/** A page of a group's direct members: `page` from 1, `find` part of a name. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const admin = await adminOrProblem()
  if (admin instanceof Response) return admin
  const { id } = await params
  const asked = new URL(request.url).searchParams
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page') ?? 1)) || 1), 1_000_000)
  const find = foldName((asked.get('find') ?? '').slice(0, 200))
  try {
    if (!(await groupDetails(id))) return problem(404, 'No such group', 'It was deleted, or never existed.')
    const found = await membersOfGroup(id, find, page, ROWS)
    return Response.json({ ...found, page, rows: ROWS }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    log().error({ err: error }, 'The members of a group could not be read')
    return problem(500, 'The members could not be read', 'The database did not answer, or not as expected. Try again.')
  }
}
