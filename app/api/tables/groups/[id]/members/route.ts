import { groupDetails } from '@/lib/directory/portal-details'
import { membersOfGroup } from '@/lib/directory/portal-members'
import { foldName } from '@/lib/scim'
import { answerAdmin } from '../../../../answer'

const ROWS = 50

/** A page of a group's direct members: `page` from 1, `find` part of a name. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const asked = new URL(request.url).searchParams
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page') ?? 1)) || 1), 1_000_000)
  const find = foldName((asked.get('find') ?? '').slice(0, 200))
  return answerAdmin('The members', async () => {
    if (!(await groupDetails(id))) return undefined
    return { ...(await membersOfGroup(id, find, page, ROWS)), page, rows: ROWS }
  })
}
