'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireAdmin } from '@/lib/auth/require-admin'
import { log } from '@/lib/http/log'
import { changeFilter, deleteFilter, saveFilter, SavedFilterError, viewSchema } from '@/lib/tables/saved-filters'
import type { PageId } from '@/lib/tables/spec'
import { changeTableSettings } from '@/lib/tables/stored-settings'
import type { ActionResult, TableActions } from '@/lib/tables/table-actions'

// Server actions are addresses that anybody can call with anything: what arrives is read, not believed.
const pageSchema: z.ZodType<PageId> = z.enum(['attributes', 'users', 'groups', 'sync-logs'])
const text = (value: unknown) => z.string().parse(value)
const kept = (value: unknown) => viewSchema.parse(value)

async function answer<T extends object>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, ...(await run()) }
  } catch (error) {
    if (error instanceof SavedFilterError) return { ok: false, message: error.message }
    log().error({ err: error }, 'A table setting could not be kept')
    return { ok: false, message: 'The database did not take it. Try again; if it stays so, see the server’s log.' }
  }
}

export const saveFilterAction: TableActions['saveFilter'] = async (page, name, view) => {
  const admin = await requireAdmin()
  return answer(async () => {
    const { id } = await saveFilter(admin, pageSchema.parse(page), { name: text(name), ...kept(view) })
    refresh()
    return { id }
  })
}

export const updateFilterAction: TableActions['updateFilter'] = async (id, view) => {
  const admin = await requireAdmin()
  return answer(async () => {
    await changeFilter(admin, text(id), { view: kept(view) })
    refresh()
    return {}
  })
}

export const renameFilterAction: TableActions['renameFilter'] = async (id, name) => {
  const admin = await requireAdmin()
  return answer(async () => {
    await changeFilter(admin, text(id), { name: text(name) })
    refresh()
    return {}
  })
}

export const shareFilterAction: TableActions['shareFilter'] = async (id, shared) => {
  const admin = await requireAdmin()
  return answer(async () => {
    await changeFilter(admin, text(id), { shared: z.boolean().parse(shared) })
    refresh()
    return {}
  })
}

export const deleteFilterAction: TableActions['deleteFilter'] = async (id) => {
  const admin = await requireAdmin()
  return answer(async () => {
    await deleteFilter(admin, text(id))
    refresh()
    return {}
  })
}

export const changeTableSettingsAction: TableActions['changeTableSettings'] = async (page, change) => {
  const admin = await requireAdmin()
  return answer(async () => {
    await changeTableSettings(admin.id, pageSchema.parse(page), change)
    return {}
  })
}
