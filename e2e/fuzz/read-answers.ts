/** An HTTP answer as received. */
export interface Answer {
  status: number
  /** Names in lower case; the last of a name counts. */
  headers: Record<string, string>
  text: string
}

/**
 * Reads the answers in what has arrived on a connection (RFC 9112 §6.3).
 * @param methods of the requests, in their order: an answer to HEAD has no body
 * @param ended whether no more will come
 * @throws Error when what arrived is no answer
 */
export function readAnswers(bytes: Buffer, methods: string[], ended: boolean): { answers: Answer[]; rest: Buffer } {
  const answers: Answer[] = []
  for (let rest = bytes; ;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return { answers, rest }
    const [line = '', ...fields] = rest.toString('latin1', 0, end).split('\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(line)?.[1])
    if (!status) throw new Error(`no status line: ${line.slice(0, 100)}`)
    const headers = Object.fromEntries(
      fields.map((field) => [nameOf(field), field.slice(field.indexOf(':') + 1).trim()]),
    )
    const after = rest.subarray(end + 4)
    const none = status < 200 || status === 204 || status === 304 || methods[answers.length] === 'HEAD'
    const body = none ? { text: '', rest: after } : readBody(headers, after, ended)
    if (!body) return { answers, rest }
    // 100 Continue comes before the answer.
    if (status >= 200) answers.push({ status, headers, text: body.text })
    rest = body.rest
  }
}

const nameOf = (field: string) => field.slice(0, field.indexOf(':')).toLowerCase()

function readBody(headers: Record<string, string>, bytes: Buffer, ended: boolean) {
  if (headers['transfer-encoding']) return readChunks(bytes)
  if (headers['content-length'] === undefined)
    return ended ? { text: bytes.toString(), rest: Buffer.alloc(0) } : undefined
  const length = Number(headers['content-length'])
  if (bytes.length < length) return undefined
  return { text: bytes.toString('utf8', 0, length), rest: bytes.subarray(length) }
}

function readChunks(bytes: Buffer) {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = parseInt(bytes.toString('latin1', at, line), 16)
    const end = line + 2 + size + 2
    if (bytes.length < end) return undefined
    if (size === 0) return { text: Buffer.concat(parts).toString(), rest: bytes.subarray(end) }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = end
  }
}
