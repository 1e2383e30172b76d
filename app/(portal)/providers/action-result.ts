/** What came of an action: done, or why not, in words for the administrator; `field` names the input that is wrong. */
export type ActionResult<T = unknown, Field = string> =
  ({ done: true } & T) | { done: false; message: string; field?: Field }

export const gone = { done: false, message: 'There is no such provider any more.' } as const

/** In place of an answer, when none came. */
export const unanswered = { done: false, message: 'The server did not answer. Try again.' } as const

/** An argument of an action: whoever calls may send anything. */
export const text = (given: unknown) => (typeof given === 'string' ? given : '')
