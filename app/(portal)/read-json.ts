import { askServer } from '@/components/ui/ask-server'

/** What the server answered, or why there is nothing to show. */
export type Answered<T> = { data: T; failed?: undefined } | { data?: undefined; failed: string }

/** Asks this server for JSON; what went wrong comes as a sentence. */
export async function readJson<T>(address: string, signal: AbortSignal): Promise<Answered<T>> {
  try {
    const answer = await askServer(address, { signal })
    const body = (await answer.json()) as T & { detail?: string }
    return answer.ok ? { data: body } : { failed: body.detail ?? `The server answered ${answer.status}.` }
  } catch {
    return { failed: 'The server did not answer.' }
  }
}
