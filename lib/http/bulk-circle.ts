import { type BulkOperation, type BulkResult, PATCH_OP_URN, conflict, splitMembers } from '@/lib/scim'
import type { BulkRun } from './bulk-run'

const IMPOSSIBLE =
  'It refers to itself in a circle of bulkIds, which is possible for members of groups alone. ' +
  'Create the resources first, then let them refer to each other.'
const UNDONE = 'Operations that refer to each other in a circle are done all or none, and another one of them failed.'

/**
 * Runs POSTs that refer to one another in a circle (RFC 7644 §3.7.1): groups are made without the others, which are added
 * once all are there. When one fails, those that were made are deleted again. Anything but members of groups is 409.
 */
export async function runCircle(run: BulkRun, circle: BulkOperation[]): Promise<BulkResult[]> {
  const bulkIds = new Set(circle.flatMap(({ bulkId }) => bulkId ?? []))
  const parts = circle.flatMap((operation) => splitMembers(operation, bulkIds) ?? [])
  if (parts.length < circle.length) return refuse(run, circle, IMPOSSIBLE)
  const results: BulkResult[] = []
  for (const { operation } of parts) {
    results.push(await run.run(operation))
    if (failed(results.at(-1)!)) return undo(run, circle, results.length - 1, results.at(-1)!)
  }
  for (const [index, { operation, later }] of parts.entries()) {
    const { bulkId } = operation
    const linked = await run.run(link(run.idMade(bulkId)!, later))
    if (failed(linked)) return undo(run, circle, index, { ...linked, method: 'POST', bulkId, location: undefined })
    results[index] = { ...results[index]!, version: linked.version }
  }
  return results
}

const failed = ({ status }: BulkResult) => status >= 400

const link = (id: string, later: string[]): BulkOperation => ({
  method: 'PATCH',
  path: `/Groups/${id}`,
  data: {
    schemas: [PATCH_OP_URN],
    Operations: [{ op: 'add', path: 'members', value: later.map((bulkId) => ({ value: `bulkId:${bulkId}` })) }],
  },
  notes: [],
})

/** The result of the one that failed stays, the others are as if they had not been. */
async function undo(run: BulkRun, circle: BulkOperation[], index: number, failure: BulkResult): Promise<BulkResult[]> {
  for (const { bulkId } of circle) {
    const id = run.idMade(bulkId)
    if (id === undefined) continue
    const notes = [{ code: 'bulk-undone', detail: UNDONE }]
    await run.run({ method: 'DELETE', path: `/Groups/${id}`, notes })
    run.forget(bulkId)
  }
  const others = await refuse(run, circle.toSpliced(index, 1), UNDONE)
  return others.toSpliced(index, 0, failure)
}

async function refuse(run: BulkRun, circle: BulkOperation[], detail: string): Promise<BulkResult[]> {
  const refusal = conflict(detail)
  return Promise.all(circle.map((operation) => run.run({ ...operation, refusal })))
}
