/** The option of the sync log's status filter for every call that was refused or failed. */
export const FAILED = 'failed'
