import type { JsonObject, ScimError } from '@/lib/scim'
import { entityOf } from './entity-of'
import type { RecordedCall } from './recorded-call'
import { enqueue } from './refusal-queue'

/**
 * Records a call that was refused, soon after its answer (refusal-queue.ts).
 * @param response the error body that was answered
 */
export function recordRefusal(call: RecordedCall, error: ScimError, response?: JsonObject) {
  enqueue({
    call,
    action: 'refused',
    status: error.status,
    scimType: error.scimType,
    detail: error.detail,
    entity: entityOf(call),
    response,
  })
}

/** Records a call that only read, for a provider whose setting asks for it. */
export function recordRead(call: RecordedCall, answer: { status: number; body?: JsonObject }) {
  enqueue({ call, action: 'read', status: answer.status, entity: entityOf(call), response: answer.body })
}
