import type { ScimAnswer, ScimCall } from '@/lib/directory/scim-call'
import { type BulkResult, type Note, bulkResponse, planBulk, readBulk } from '@/lib/scim'
import { runCircle } from './bulk-circle'
import { BulkRun, type FindHandler } from './bulk-run'

/**
 * POST /Bulk, RFC 7644 §3.7. Operations run one after another, since an earlier one may free the name that a later one
 * takes; each is recorded as a call of its own. Results come in the order of the request.
 * @throws ScimError 400 for a message that can't be read, 413 for too many operations
 */
export async function answerBulk(call: ScimCall, find: FindHandler): Promise<ScimAnswer> {
  const { operations: received, failOnErrors, notes } = readBulk(call.registry, call.body)
  const about = [...call.notes, ...notes]
  const operations = received.map((each, index) => ({ ...each, notes: [...notesOn(index, about), ...each.notes] }))
  const run = new BulkRun(call, operations, find)
  const results: BulkResult[] = []
  let errors = 0
  for (const { operations: indexes, circular } of planBulk(operations)) {
    if (errors >= failOnErrors) break
    const step = indexes.map((index) => operations[index]!)
    const done = circular ? await runCircle(run, step) : [await run.run(step[0]!)]
    indexes.forEach((index, at) => (results[index] = done[at]!))
    errors += done.filter(({ status }) => status >= 400).length
  }
  // What was not run has left a hole.
  return { status: 200, body: bulkResponse(results.filter(Boolean)) }
}

/** Notes on the whole message are each operation's, those on another operation are not. */
const notesOn = (index: number, notes: readonly Note[]) =>
  notes.filter(({ path = '' }) => !/^Operations\[/i.test(path) || path.startsWith(`Operations[${index}].`))
