import { z } from 'zod'
import { database } from '@/lib/db/client'
import { query, sql } from '@/lib/db/sql'
import { isAttributeColumn, MOST_ATTRIBUTES } from './attribute-columns'
import type { PageId } from './spec'
import type { SettingsChange } from './table-actions'
import { columnWidths, densities, type Density, type TableSettings } from './table-settings'
import { rowsPerPage } from './view-state'

/** A column may show an attribute of a schema with a long URN. */
const columnId = z.string().max(500)
const columnIds = z
  .array(columnId)
  .max(500)
  .refine((ids) => ids.filter(isAttributeColumn).length <= MOST_ATTRIBUTES, {
    error: `A table has ${MOST_ATTRIBUTES} added attributes at most.`,
  })

/** Columns as a saved filter keeps them. */
export const arrangementSchema = z.object({ order: columnIds, hidden: columnIds, pinned: columnIds })

const settingsSchema = arrangementSchema.partial().extend({
  widths: z.record(columnId, z.number().min(columnWidths.least).max(columnWidths.most)).optional(),
  density: z.enum(Object.keys(densities) as [Density, ...Density[]]).optional(),
  filtersHidden: z.boolean().optional(),
  recent: z.array(z.string().max(8192)).max(10).optional(),
  rows: z.union(rowsPerPage.map((rows) => z.literal(rows))).optional(),
})

/** How an admin has arranged a page; nothing where settings were never saved, or no longer mean anything. */
export async function readTableSettings(adminId: string, page: PageId): Promise<TableSettings> {
  const row = await database().prisma.tableSetting.findUnique({ where: { adminId_page: { adminId, page } } })
  return settingsOf(settingsSchema.catch({}).parse(row?.settings ?? {}))
}

/**
 * Keeps what an admin has changed about a page; what is given as null goes back to the spec's. The rest stays: the
 * same page may be open in another window.
 * @throws ZodError when these are no settings
 */
export async function changeTableSettings(adminId: string, page: PageId, change: SettingsChange) {
  const given = Object.entries(change).filter(([, value]) => value !== null)
  const settings = JSON.stringify(settingsSchema.parse(Object.fromEntries(given)))
  const names = Object.keys(change)
  await query(sql`
    insert into table_settings (admin_id, page, settings, updated_at)
    values (${adminId}::uuid, ${page}, ${settings}::jsonb, now())
    on conflict (admin_id, page) do update
    set settings = (table_settings.settings - ${names}::text[]) || excluded.settings, updated_at = excluded.updated_at
    returning page`)
}

/** Without the keys that have no value: JSON has none of these. */
const settingsOf = (parsed: z.infer<typeof settingsSchema>) =>
  Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined)) as TableSettings
