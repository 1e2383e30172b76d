import { describeBytes, invalidSyntax, limits, payloadTooLarge } from '@/lib/scim'

/** The client went away before its body had arrived: there is nobody to answer. */
export class Aborted extends Error {}

const tooLarge = () =>
  payloadTooLarge(
    `The body is larger than ${describeBytes(limits.bodyBytes)}, the most that one request may hold. Split it into several.`,
  )

/**
 * Reads a body as text, and not a byte more than the limit.
 * @param declared Content-Length: what is too long by its own word is not read at all
 * @throws ScimError 413 above limits.bodyBytes; 400 invalidSyntax when it is not UTF-8
 * @throws Aborted when the connection ends before the body
 */
export async function readBody(body: AsyncIterable<Uint8Array> | undefined, declared?: string): Promise<string> {
  if (!body) return ''
  if (Number(declared) > limits.bodyBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > limits.bodyBytes) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw new Aborted('The body did not arrive.', { cause: error })
  }
  if (bytes > limits.bodyBytes) throw tooLarge()
  return decode(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw invalidSyntax('The body is not UTF-8 text. Send JSON in UTF-8 (RFC 8259 §8.1).')
  }
}
