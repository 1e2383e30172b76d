import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { attributesSpec } from '@/lib/tables/specs/attributes'

export default function Loading() {
  return <TableSkeleton spec={attributesSpec} />
}
