import type { Line, Session } from './session'

const COUNT = 100
const grouped = (n: number) => n.toLocaleString('en-GB')

interface Listed {
  totalResults: number
  itemsPerPage: number
  nextCursor?: string
}

/** Pages of 100 at the beginning, in the middle and at the end, by index and by cursor; and a walk over all. */
export async function pages(session: Session): Promise<Line[]> {
  const { users } = session.shape
  const places = { first: 0, middle: Math.floor(users / 2), last: users - COUNT }
  const lines: Line[] = []
  const cursors = await cursorsAt(session, Object.values(places))
  for (const [index, [place, skipped]] of Object.entries(places).entries()) {
    lines.push(
      await session.run(`W6  ${place} page of ${grouped(users)}, by index`, (loop) =>
        session.send(loop, 'GET', `Users?startIndex=${skipped + 1}&count=${COUNT}`, 200),
      ),
      await session.run(`W6  ${place} page of ${grouped(users)}, by cursor`, (loop) =>
        session.send(loop, 'GET', `Users?cursor=${cursors[index]}&count=${COUNT}`, 200),
      ),
    )
  }
  lines.push(
    await session.run('W6  walk over all, pages of 1,000, one connection', () => walk(session), { loops: 1, most: 1 }),
  )
  return lines
}

const next = async (session: Session, cursor: string, count: number) =>
  JSON.parse((await session.send(0, 'GET', `Users?cursor=${cursor}&count=${count}`, 200)).body) as Listed

/** The cursors (RFC 9865) of the pages that begin after so many users. */
async function cursorsAt(session: Session, places: number[]): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined = ''
  for (let seen = 0; cursor !== undefined; seen += COUNT) {
    if (places.includes(seen)) found.push(cursor)
    cursor = (await next(session, cursor, COUNT)).nextCursor
  }
  return found
}

async function walk(session: Session) {
  let seen = 0
  let total = 0
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: Listed = await next(session, cursor, 1_000)
    seen += page.itemsPerPage
    total = page.totalResults
    cursor = page.nextCursor
  }
  if (seen !== total) throw new Error(`The walk came by ${seen} of ${total} users.`)
}
