/** One token in use and its successor: enough to replace a token without an interruption. */
export const mostTokens = 2

interface Ends {
  revokedAt: Date | null
  expiresAt: Date | null
}

/** Whether a call with this token is let in now. */
export const isWorking = ({ revokedAt, expiresAt }: Ends) => !revokedAt && (!expiresAt || expiresAt > new Date())
