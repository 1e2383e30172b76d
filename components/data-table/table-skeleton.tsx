import type { TableSpec } from '@/lib/tables/spec'
import { arrangeColumns, densities, visibleColumns, type TableSettings } from '@/lib/tables/table-settings'
import { PageHeader } from '../shell/page-header'
import { Skeleton } from '../ui/skeleton'
import { actionsWidth } from './actions-width'

const lengths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-5/6', 'w-3/5']

/** A table page before its first rows: the real title and the real columns, so that nothing moves when they come. */
export function TableSkeleton({ spec, settings = {} }: { spec: TableSpec; settings?: TableSettings }) {
  const columns = visibleColumns(arrangeColumns(spec, settings))
  const width = columns.reduce((sum, column) => sum + column.width, actionsWidth(spec))
  const height = densities[settings.density ?? 'normal']
  return (
    <div role="status" aria-label={`Loading ${spec.noun.many}`} className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={spec.title} purpose={<Skeleton className="mt-1 w-72" />} />
      <div className="h-[35px] shrink-0 border-b border-line" />
      <div className="h-[50px] shrink-0" />
      <div className="min-h-60 flex-1 overflow-hidden border-t border-line bg-surface" aria-hidden>
        <table className="w-full table-fixed border-separate border-spacing-0 text-table" style={{ minWidth: width }}>
          <colgroup>
            {columns.map(({ column, width }) => (
              <col key={column.id} style={{ width }} />
            ))}
            <col style={{ width: actionsWidth(spec) }} />
          </colgroup>
          <thead className="text-small text-ink-2">
            <tr>
              {columns.map(({ column }) => (
                <th
                  key={column.id}
                  className="h-8 truncate border-b border-line bg-sunken px-3 text-left font-medium first:pl-4 narrow:first:pl-6"
                >
                  {column.title}
                </th>
              ))}
              <th className="border-b border-line bg-sunken" />
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: 25 }, (_, row) => (
              <tr key={row}>
                {columns.map(({ column }, at) => (
                  <td
                    key={column.id}
                    style={{ height }}
                    className="border-b border-line px-3 first:pl-4 narrow:first:pl-6"
                  >
                    <Skeleton className={lengths[(row * 3 + at * 2) % lengths.length]} />
                  </td>
                ))}
                <td className="border-b border-line" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
