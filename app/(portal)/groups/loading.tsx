import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { groupsSpec } from '@/lib/tables/specs/groups'

export default function Loading() {
  return <TableSkeleton spec={groupsSpec} />
}
