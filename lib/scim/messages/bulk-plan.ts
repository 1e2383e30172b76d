import { referencesOf } from './bulk-references'
import type { BulkOperation } from './bulk-request'

/** What is run together: one operation, or those that refer to one another in a circle (or to itself). */
export interface BulkStep {
  /** Indexes, in the order of the request. */
  operations: number[]
  circular: boolean
}

/**
 * The order in which operations are run: that of the request, but a POST comes before an operation that refers to it (RFC 7644
 * §3.7.1, §3.7.2). This is Tarjan's search for strongly connected components, which finds what is referred to first.
 */
export function planBulk(operations: readonly BulkOperation[]): BulkStep[] {
  const links = linksOf(operations)
  const steps: BulkStep[] = []
  const found: number[] = []
  const lowest: number[] = []
  const open: number[] = []
  const isOpen = new Set<number>()
  let count = 0

  function visit(index: number) {
    found[index] = lowest[index] = count++
    open.push(index)
    isOpen.add(index)
    for (const next of links[index]!) {
      if (found[next] === undefined) visit(next)
      if (isOpen.has(next)) lowest[index] = Math.min(lowest[index]!, lowest[next]!)
    }
    if (lowest[index] !== found[index]) return
    const together = open.splice(open.lastIndexOf(index))
    for (const each of together) isOpen.delete(each)
    const circular = together.length > 1 || links[index]!.includes(index)
    steps.push({ operations: together.sort((a, b) => a - b), circular })
  }

  operations.forEach((_, index) => {
    if (found[index] === undefined) visit(index)
  })
  return steps
}

/** The POSTs that each operation refers to; a bulkId that none has is found out when the operation is run. */
function linksOf(operations: readonly BulkOperation[]): number[][] {
  const posts = new Map<string, number>()
  operations.forEach(({ method, bulkId }, index) => {
    if (method === 'POST' && bulkId !== undefined && !posts.has(bulkId)) posts.set(bulkId, index)
  })
  return operations.map((operation) => [...referencesOf(operation)].flatMap((bulkId) => posts.get(bulkId) ?? []))
}
