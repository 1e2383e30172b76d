import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { usersSpec } from '@/lib/tables/specs/users'

export default function Loading() {
  return <TableSkeleton spec={usersSpec([])} />
}
