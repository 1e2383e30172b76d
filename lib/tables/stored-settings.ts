import { z } from 'zod'
import { database } from '@/lib/db/client'
import type { PageId } from './spec'
import type { TableSettings } from './table-settings'
import { rowsPerPage } from './view-state'

const columnIds = z.array(z.string().max(200)).max(500)

const settingsSchema = z.object({
  order: columnIds.optional(),
  hidden: columnIds.optional(),
  filtersHidden: z.boolean().optional(),
  rows: z.union(rowsPerPage.map((rows) => z.literal(rows))).optional(),
})

/** How an admin has arranged a page; nothing where settings were never saved, or no longer mean anything. */
export async function readTableSettings(adminId: string, page: PageId): Promise<TableSettings> {
  const row = await database().prisma.tableSetting.findUnique({ where: { adminId_page: { adminId, page } } })
  return settingsOf(settingsSchema.catch({}).parse(row?.settings ?? {}))
}

/**
 * Keeps how an admin has arranged a page, in place of what was kept before.
 * @throws ZodError when these are no settings
 */
export async function writeTableSettings(adminId: string, page: PageId, given: TableSettings) {
  const settings = settingsSchema.parse(given)
  const updatedAt = new Date()
  await database().prisma.tableSetting.upsert({
    where: { adminId_page: { adminId, page } },
    create: { adminId, page, settings, updatedAt },
    update: { settings, updatedAt },
  })
}

const settingsOf = (parsed: z.infer<typeof settingsSchema>): TableSettings => ({
  ...(parsed.order && { order: parsed.order }),
  ...(parsed.hidden && { hidden: parsed.hidden }),
  ...(parsed.filtersHidden !== undefined && { filtersHidden: parsed.filtersHidden }),
  ...(parsed.rows && { rows: parsed.rows }),
})
