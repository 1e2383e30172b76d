import { pageSpecs } from '@/app/(portal)/page-specs'
import { everyGroup } from '@/app/(portal)/groups/groups-table'
import { everyAttribute } from '@/app/(portal)/attributes/attributes-table'
import type { EveryRow } from '@/app/(portal)/every-row'
import { readTable } from '@/app/(portal)/read-table'
import { everyCall } from '@/app/(portal)/sync-logs/sync-logs-table'
import { everyUser } from '@/app/(portal)/users/users-table'
import { forAdmin, problem } from '@/app/api/answer'
import { log } from '@/lib/http/log'
import type { Provider } from '@/lib/providers/provider'
import { addedColumns, attributePaths } from '@/lib/tables/attribute-columns'
import { exportFormats, exportHead, exportLine, type ExportFormat } from '@/lib/tables/export'
import type { ColumnSpec, PageId } from '@/lib/tables/spec'
import type { SearchParams, ViewState } from '@/lib/tables/view-state'

type Source = (view: ViewState, chosen: Provider[], paths: string[]) => EveryRow | Promise<EveryRow>

const sources: Record<PageId, Source> = {
  attributes: everyAttribute,
  users: everyUser,
  groups: everyGroup,
  'sync-logs': everyCall,
}

const types: Record<ExportFormat, string> = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' }

/**
 * Everything that a view shows, all pages, as a file that is written while it is read. Takes a page's own query string,
 * `format` (csv, ndjson) and `columns` (their ids, in order, `attribute:` and a path for any SCIM attribute; all fixed ones
 * without it). `X-Total-Rows` where the count is known.
 */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }) {
  return forAdmin('The export', async () => {
    const { page } = await params
    if (!isPage(page)) return problem(404, 'No such table', `Tables are ${Object.keys(sources).join(', ')}.`)
    return answer(page, new URL(request.url).searchParams)
  })
}

async function answer(page: PageId, asked: URLSearchParams): Promise<Response> {
  const format = exportFormats.find((name) => name === asked.get('format'))
  if (!format) return problem(400, 'No such format', `"format" is ${exportFormats.join(' or ')}.`)
  const ids = asked.get('columns')?.split(',')
  for (const name of ['format', 'columns']) asked.delete(name)

  const { spec, view, chosen, dropped } = await readTable(pageSpecs[page], Promise.resolve(grouped(asked)))
  // A file of another view than was asked for would be taken for that view.
  if (dropped.length > 0)
    return problem(400, 'Stale address', `These parameters mean nothing here: ${dropped.join(', ')}.`)
  const known = [...spec.columns, ...addedColumns(spec, ids).filter(({ absent }) => !absent)]
  const columns = ids ? ids.flatMap((id) => known.find((column) => column.id === id) ?? []) : spec.columns
  if (columns.length === 0 || (ids && columns.length < ids.length))
    return problem(400, 'No such column', `Columns are ${spec.columns.map(({ id }) => id).join(', ')}.`)
  const { total, chunks } = await sources[page](view, chosen, attributePaths(columns.map(({ id }) => id)))
  const name = `${page}-${new Date().toISOString().slice(0, 10)}.${format}`
  return new Response(streamOf(lines(format, columns, chunks)), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      ...(total !== undefined && { 'x-total-rows': String(total) }),
    },
  })
}

const isPage = (page: string): page is PageId => Object.hasOwn(sources, page)

const grouped = (asked: URLSearchParams): SearchParams =>
  Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]))

async function* lines(format: ExportFormat, columns: ColumnSpec[], chunks: EveryRow['chunks']) {
  yield exportHead(format, columns)
  for await (const rows of chunks) yield rows.map((row) => exportLine(format, columns, row)).join('')
}

/** What is not fetched is not read: the next part comes when the last one is gone, and none after the reader went away. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await texts.next()
        if (done) controller.close()
        else if (value !== '') controller.enqueue(encoder.encode(value))
      } catch (error) {
        log().error({ err: error }, 'An export broke off')
        controller.error(error)
      }
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
