import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { syncLogsSpec } from '@/lib/tables/specs/sync-logs'

export default function Loading() {
  return <TableSkeleton spec={syncLogsSpec} />
}
