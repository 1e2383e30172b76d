import type { Leniency } from './leniency'

/** Interop: a POST in a bulk request without the `bulkId` that RFC 7644 §3.7 requires; nothing can refer to it then. */
export const missingBulkId: Leniency = {
  code: 'missing-bulk-id',
  title: 'A POST in a bulk request may have no bulkId',
  clients: ['hand-written scripts'],
}
