import { z } from 'zod'
import { database } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/errors'
import { isUuid, uuidv7 } from '@/lib/db/uuid'
import type { KeptView, SavedView } from './saved-view'
import type { PageId } from './spec'
import { arrangementSchema } from './stored-settings'

/** Whose filters, and in which sign-in. */
export interface FilterOwner {
  id: string
  sessionId: string
}

const MOST_PER_PAGE = 200
const nameSchema = z.string().trim().min(1, 'A filter needs a name.').max(80, 'A name has 80 characters at most.')
const querySchema = z.string().max(8192, 'These filters are too long to be saved.')
/** A view as it is kept, and as it arrives to be kept. */
export const viewSchema = z.object({ query: z.string(), columns: arrangementSchema.optional() })

/** A saved filter can't be kept as asked. `message` is for the admin. */
export class SavedFilterError extends Error {}

/** An admin's saved filters of a page, those of this sign-in first, then what others share; each part by name. */
export async function listSavedFilters(owner: FilterOwner, page: PageId): Promise<SavedView[]> {
  const rows = await database().prisma.savedFilter.findMany({
    where: { page, OR: [{ adminId: owner.id }, { shared: true }] },
    include: { admin: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2 * MOST_PER_PAGE,
  })
  const views = rows.map((row): SavedView => ({
    id: row.id,
    name: row.name,
    ...kept(viewSchema.catch({ query: '' }).parse(row.view)),
    session: row.sessionId === owner.sessionId ? 'this' : 'earlier',
    shared: row.shared,
    ...(row.adminId !== owner.id && { owner: row.admin.name }),
  }))
  const place = ({ owner, session }: SavedView) => (owner !== undefined ? 2 : session === 'this' ? 0 : 1)
  return [0, 1, 2].flatMap((part) => views.filter((view) => place(view) === part))
}

const kept = ({ query, columns }: z.infer<typeof viewSchema>): KeptView => ({ query, ...(columns && { columns }) })

/**
 * Keeps filters and sort (as `printSavedQuery` writes them) and columns under a name.
 * @throws SavedFilterError when the name is empty, too long or taken, or there are too many
 */
export async function saveFilter(
  owner: FilterOwner,
  page: PageId,
  given: { name: string } & KeptView,
): Promise<SavedView> {
  const name = read(nameSchema, given.name)
  const view = readView(given)
  const { savedFilter } = database().prisma
  if ((await savedFilter.count({ where: { adminId: owner.id, page } })) >= MOST_PER_PAGE)
    throw new SavedFilterError(`There are ${MOST_PER_PAGE} saved filters on this page already. Delete one first.`)
  const now = new Date()
  const id = uuidv7()
  await named(name, () =>
    savedFilter.create({
      data: {
        id,
        adminId: owner.id,
        sessionId: owner.sessionId,
        page,
        name,
        view,
        createdAt: now,
        updatedAt: now,
      },
    }),
  )
  return { id, name, ...view, session: 'this', shared: false }
}

/**
 * Gives an admin's saved filter another name, shows something else under it, or shares it with all admins or with none.
 * @throws SavedFilterError when it is gone, or the name is empty, too long or taken
 */
export async function changeFilter(
  owner: FilterOwner,
  id: string,
  change: { name?: string; view?: KeptView; shared?: boolean },
) {
  const data = {
    ...(change.name !== undefined && { name: read(nameSchema, change.name) }),
    ...(change.view && { view: readView(change.view) }),
    ...(change.shared !== undefined && { shared: change.shared }),
    updatedAt: new Date(),
  }
  if (!isUuid(id)) throw gone()
  const { count } = await named(data.name ?? '', () =>
    database().prisma.savedFilter.updateMany({ where: { id, adminId: owner.id }, data }),
  )
  if (count === 0) throw gone()
}

/** Deletes an admin's saved filter. One that is gone already is fine. */
export async function deleteFilter(owner: FilterOwner, id: string) {
  if (isUuid(id)) await database().prisma.savedFilter.deleteMany({ where: { id, adminId: owner.id } })
}

const readView = ({ query, columns }: KeptView): KeptView => ({
  query: read(querySchema, query),
  ...(columns && { columns: read(arrangementSchema, columns) }),
})

const gone = () => new SavedFilterError('This saved filter was deleted.')

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error)) throw new SavedFilterError(`A filter named “${name}” exists on this page.`)
    throw error
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new SavedFilterError(parsed.error.issues[0]?.message ?? 'This can’t be saved.')
  return parsed.data
}
