import { largeWrites } from './large-writes'
import { shuffled } from './measure'
import { pages } from './pages'
import { addMember, filledId, person, setTitle } from './people'
import { filters } from './searches'
import type { Line, Session } from './session'
import { GROUPS_OF_A_SIZE, firstTeam, grownGroup } from './shape'

type Workload = (session: Session) => Promise<Line[]>

const grouped = (n: number) => n.toLocaleString('en-GB')
const idIn = (body: string) => (JSON.parse(body) as { id: string }).id

const createUser: Workload = async (session) => {
  const create = async (loop: number) => {
    const mark = session.newMark()
    const { body } = await session.send(loop, 'POST', 'Users', 201, person(mark))
    return { body, mark }
  }
  const line = await session.run('W1  create a user', create)
  const sample = await session.record(async () => {
    const { body, mark } = await create(0)
    return { id: idIn(body), mark }
  })
  return [{ ...line, sample }]
}

/** A workload that asks about, or changes, one of the people who are there. */
const onePerson =
  (
    name: string,
    ask: (session: Session, loop: number, who: { id: string; mark: string }, n: number) => Promise<unknown>,
  ) =>
  async (session: Session) => {
    const order = shuffled(session.people)
    const line = await session.run(name, (loop, n) => ask(session, loop, session.personAt(order(n)), n))
    let n = 0
    const sample = await session.record(async () => {
      const who = session.personAt(order(n))
      await ask(session, 0, who, -++n)
      return who
    })
    return [{ ...line, sample }]
  }

const byUserName = (mark: string) => `Users?filter=${encodeURIComponent(`userName eq "ann.${mark}@contoso.example"`)}`

const findUser = onePerson('W2  userName eq', async (session, loop, { id, mark }) => {
  const { body } = await session.send(loop, 'GET', byUserName(mark), 200)
  if (!body.includes(id)) throw new Error(`userName eq did not find ${mark}: ${body}`)
})

const readUser = onePerson('W3  get by id', (session, loop, { id }) => session.send(loop, 'GET', `Users/${id}`, 200))

const changeUser = onePerson('W4  PATCH one attribute', (session, loop, { id }, n) =>
  session.send(loop, 'PATCH', `Users/${id}`, 200, setTitle(`Engineer ${n}`)),
)

const growGroup: Workload = async (session) => {
  const lines: Line[] = []
  for (const [index, size] of session.shape.sizes.entries()) {
    const order = shuffled(session.people)
    // Each connection has a group of its own, as several identity providers would: no waiting for one group's row.
    lines.push(
      await session.run(`W5  add a member, group of ${grouped(size)}`, (loop, n) =>
        session.send(
          loop,
          'PATCH',
          `Groups/${filledId(1, grownGroup(index, loop % GROUPS_OF_A_SIZE))}`,
          204,
          addMember(session.personAt(order(n)).id),
        ),
      ),
    )
  }
  return lines
}

/** Microsoft Entra ID's first cycle, for each person: look up, create, add to a group. */
const initialSync: Workload = async (session) => {
  const teams = firstTeam(session.shape)
  const line = await session.run(
    'W7  Entra initial sync, per person',
    async (loop) => {
      const mark = session.newMark()
      await session.send(loop, 'GET', byUserName(mark), 200)
      const { body } = await session.send(loop, 'POST', 'Users', 201, person(mark))
      await session.send(loop, 'PATCH', `Groups/${filledId(1, teams + loop)}`, 204, addMember(idIn(body)))
    },
    { requestsEach: 3 },
  )
  return [line]
}

export const workloads: Record<string, Workload> = {
  W1: createUser,
  W2: findUser,
  W3: readUser,
  W4: changeUser,
  W5: growGroup,
  W6: pages,
  W7: initialSync,
  W8: filters,
  W9: largeWrites,
}
