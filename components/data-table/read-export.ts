import { askServer } from '../ui/ask-server'

/** How far an export has come. `total` where the server knows it beforehand. */
export interface Progress {
  rows: number
  total?: number
}

export interface ExportedFile {
  name: string
  rows: number
  blob: Blob
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * Reads an export part by part.
 * @throws Error in words for the admin; AbortError when `signal` stopped it
 */
export async function readExport(
  url: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<ExportedFile> {
  const response = await askServer(url, { signal })
  if (!response.ok || !response.body) throw new Error(await reasonOf(response))
  const csv = response.headers.get('content-type')?.startsWith('text/csv') ?? false
  const given = response.headers.get('x-total-rows')
  const total = given === null ? undefined : Number(given)
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body.getReader()
  // The line of titles is no row.
  let rows = csv ? -1 : 0
  let before = 0
  for (;;) {
    const { value, done } = await reader.read().catch((error: unknown) => {
      if (signal.aborted) throw error
      throw new Error(`The connection ended after ${Math.max(0, rows)} rows. Nothing was saved; try again.`)
    })
    if (done) break
    parts.push(value)
    for (const byte of value) {
      // In CSV a line feed alone is within a value.
      if (byte === LINE_FEED && (!csv || before === CARRIAGE_RETURN)) rows++
      before = byte
    }
    onProgress({ rows: Math.max(0, rows), ...(total !== undefined && { total }) })
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export'
  return { name, rows: Math.max(0, rows), blob: new Blob(parts, { type: response.headers.get('content-type') ?? '' }) }
}

async function reasonOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => undefined)) as { detail?: string } | undefined
  return problem?.detail ?? `The server answered ${response.status}.`
}

/** Hands a file to the browser's downloads. */
export function saveAs({ name, blob }: ExportedFile) {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
