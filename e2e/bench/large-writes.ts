import { filledId, group, person } from './people'
import type { Line, Session } from './session'

const grouped = (n: number) => n.toLocaleString('en-GB')
const patch = (Operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
const one = (op: string, id: string) => ({ op, path: 'members', value: [{ value: id }] })
/** They take seconds each: a few show what they cost. */
const FEW = { loops: 1, most: 4 }

/** What Okta and bulk clients send at their worst, one call at a time; and one member more in the group that is left. */
export async function largeWrites(session: Session): Promise<Line[]> {
  const { users } = session.shape
  // The last hundredth is left to be added.
  const people = Array.from({ length: Math.floor(users * 0.99) }, (_, n) => filledId(0, n))
  const members = people.slice(0, 50_000)
  const operations = people.slice(0, 10_000)
  const small = await newGroup(session, people.slice(0, 10))
  const large = await newGroup(session, people)
  const lines = [
    await addAndRemove(session, small, 10),
    await addAndRemove(session, large, people.length),
    await session.run(
      `W9  replace ${grouped(members.length)} members`,
      (loop, n) =>
        session.send(
          loop,
          'PATCH',
          `Groups/${small}`,
          204,
          // Every other one starts from half of them.
          patch([{ op: 'replace', path: 'members', value: half(members, n).map((value) => ({ value })) }]),
        ),
      FEW,
    ),
    await session.run(
      `W9  PATCH of ${grouped(operations.length)} operations, one member each`,
      (loop, n) =>
        session.send(
          loop,
          'PATCH',
          `Groups/${small}`,
          204,
          patch(operations.map((id) => one(n % 2 ? 'add' : 'remove', id))),
        ),
      FEW,
    ),
    await session.run('W9  Bulk of 1,000 new users', (loop) => bulkOfUsers(session, loop), FEW),
  ]
  for (const id of [small, large]) await session.send(0, 'DELETE', `Groups/${id}`, 204)
  return lines
}

const half = (ids: string[], n: number) => (n % 2 ? ids : ids.slice(0, ids.length / 2))

async function newGroup(session: Session, members: string[]): Promise<string> {
  const { body } = await session.send(0, 'POST', 'Groups', 201, group(session.newMark(), members))
  return (JSON.parse(body) as { id: string }).id
}

/** The group stays as large as it is. One connection: others would wait for the group's row. */
function addAndRemove(session: Session, id: string, size: number): Promise<Line> {
  const { users } = session.shape
  return session.run(
    `W9  add and remove a member, group of ${grouped(size)}, one connection`,
    async (loop, n) => {
      const last = filledId(0, users - 1 - (n % Math.ceil(users / 100)))
      await session.send(loop, 'PATCH', `Groups/${id}`, 204, patch([one('add', last)]))
      await session.send(loop, 'PATCH', `Groups/${id}`, 204, patch([one('remove', last)]))
    },
    { requestsEach: 2, loops: 1 },
  )
}

async function bulkOfUsers(session: Session, loop: number) {
  const Operations = Array.from({ length: 1_000 }, () => {
    const mark = session.newMark()
    return { method: 'POST', path: '/Users', bulkId: mark, data: person(mark) }
  })
  const { body } = await session.send(loop, 'POST', 'Bulk', 200, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations,
  })
  const { Operations: results } = JSON.parse(body) as { Operations: { status: string }[] }
  const failed = results.find(({ status }) => status !== '201')
  if (failed) throw new Error(`An operation of the bulk request failed: ${JSON.stringify(failed)}`)
}
