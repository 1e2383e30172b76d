import { shuffled } from './measure'
import { filledAt, filledId } from './people'
import type { Line, Session } from './session'
import { TEAM, firstTeam, membersBelow } from './shape'

interface Search {
  name: string
  /** What is asked for about the n-th user. */
  query(who: { n: number; id: string; mark: string }, session: Session): string
  /** The same statement about another user is this one with id and mark replaced: the bare driver can repeat it. */
  repeats?: boolean
}

const users = (filter: string) => `Users?filter=${encodeURIComponent(filter)}`
const groups = (filter: string) => `Groups?filter=${encodeURIComponent(filter)}`
/** As identity providers ask: a group that was found may have any number of members. */
const groupsOf = (id: string) => `${groups(`members.value eq "${id}"`)}&excludedAttributes=members`
const email = (mark: string) => `ann.${mark}@contoso.example`
const EMPLOYEE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber'
/** The start that ten neighbours have in common, whatever the number of users. */
const ofTen = (mark: string) => mark.slice(0, -1)
const between = (attribute: string, n: number) =>
  users(`${attribute} ge "${filledAt(n - (n % 10))}" and ${attribute} lt "${filledAt(n - (n % 10) + 10)}"`)

/** Each finds one user, ten, or a group of 50, however many there are. */
const searches: Search[] = [
  { name: 'id eq', repeats: true, query: ({ id }) => users(`id eq "${id}"`) },
  { name: 'externalId eq', repeats: true, query: ({ mark }) => users(`externalId eq "ext-${mark}"`) },
  { name: 'displayName eq', repeats: true, query: ({ mark }) => users(`displayName eq "Ann ${mark}"`) },
  { name: 'emails.value eq', repeats: true, query: ({ mark }) => users(`emails.value eq "${email(mark)}"`) },
  { name: 'employeeNumber eq', repeats: true, query: ({ mark }) => users(`${EMPLOYEE} eq "${mark}"`) },
  {
    name: 'emails[type eq and value eq]',
    repeats: true,
    query: ({ mark }) => users(`emails[type eq "work" and value eq "${email(mark)}"]`),
  },
  {
    name: 'externalId eq and active eq',
    repeats: true,
    query: ({ mark }) => users(`externalId eq "ext-${mark}" and active eq true`),
  },
  { name: 'userName sw', query: ({ mark }) => users(`userName sw "ann.${ofTen(mark)}"`) },
  { name: 'displayName sw', query: ({ mark }) => users(`displayName sw "Ann ${ofTen(mark)}"`) },
  { name: 'employeeNumber sw', query: ({ mark }) => users(`${EMPLOYEE} sw "${ofTen(mark)}"`) },
  { name: 'active eq false', query: () => users('active eq false') },
  { name: 'meta.created between', query: ({ n }) => between('meta.created', n) },
  // Those whom no other workload changes.
  {
    name: 'meta.lastModified between',
    query: ({ n }, { shape }) => between('meta.lastModified', 10 + (n % (membersBelow(shape) - 20))),
  },
  { name: 'groups.value eq', query: ({ n }, { shape }) => users(`groups.value eq "${teamOf(n, firstTeam(shape))}"`) },
  { name: 'Groups: members.value eq', repeats: true, query: ({ id }) => groupsOf(id) },
  {
    name: 'Groups: displayName eq',
    query: ({ n }, { shape }) => groups(`displayName eq "Team ${teamMark(n, firstTeam(shape))}"`),
  },
]

const teamOf = (n: number, first: number) => filledId(1, first + Math.floor(n / TEAM))
const teamMark = (n: number, first: number) => `p${50_000_000 + first + Math.floor(n / TEAM)}`

/** Every kind of filter that an index answers. */
export async function filters(session: Session): Promise<Line[]> {
  await deactivateTen(session)
  const lines: Line[] = []
  for (const search of searches) lines.push(await filterLine(session, search))
  return lines
}

async function filterLine(session: Session, { name, query, repeats }: Search): Promise<Line> {
  const order = shuffled(session.people)
  const ask = async (loop: number, n: number) => {
    const who = session.personAt(order(n))
    const { body } = await session.send(loop, 'GET', query(who, session), 200)
    if (body.includes('"totalResults":0')) throw new Error(`${name} found nobody: ${query(who, session)}`)
    return who
  }
  const line = await session.run(`W8  ${name}`, ask)
  let n = 0
  const sample = await session.record(() => ask(0, n++))
  return { ...line, sample: { ...sample, repeats: Boolean(repeats) } }
}

/** The first ten, whom no other workload asks for. */
async function deactivateTen(session: Session) {
  for (let n = 0; n < 10; n++)
    await session.send(0, 'PATCH', `Users/${filledId(0, n)}`, 200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'active', value: false }],
    })
}
