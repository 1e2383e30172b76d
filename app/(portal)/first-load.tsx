'use client'

import { usePathname } from 'next/navigation'
import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { PageHeader } from '@/components/shell/page-header'
import { linkOf } from '@/components/shell/navigation'
import { Skeleton } from '@/components/ui/skeleton'
import type { TableSpec } from '@/lib/tables/spec'
import { attributesSpec } from '@/lib/tables/specs/attributes'
import { groupsSpec } from '@/lib/tables/specs/groups'
import { syncLogsSpec } from '@/lib/tables/specs/sync-logs'
import { usersSpec } from '@/lib/tables/specs/users'

const tables: Record<string, () => TableSpec> = {
  '/attributes': () => attributesSpec,
  '/users': () => usersSpec([], []),
  '/groups': () => groupsSpec([], []),
  '/sync-logs': () => syncLogsSpec,
}

/**
 * A page's outline while it is loaded for the first time. One boundary for all pages, in their layout: a move from page
 * to page keeps what is there until the next page is (React holds a new fallback for 300 ms, ready or not).
 */
export function FirstLoad() {
  const path = usePathname()
  const table = tables[path]
  if (table) return <TableSkeleton spec={table()} />
  return (
    <>
      <PageHeader title={linkOf(path)?.title ?? 'Rollcall'} purpose={<Skeleton className="mt-1 w-72" />} />
      <div role="status" aria-label="Loading" className="grow border-t border-line bg-surface px-4 py-6 narrow:px-6">
        <div className="grid max-w-[760px] gap-4">
          <Skeleton className="w-28" />
          <Skeleton className="h-[54px]! w-full" />
          <Skeleton className="h-[54px]! w-full" />
        </div>
      </div>
    </>
  )
}
