import { describeBytes, invalidSyntax, limits, payloadTooLarge } from '@/lib/scim'

/** The client went away before its body had arrived: there is nobody to answer. */
export class Aborted extends Error {}

const tooLarge = (most: number) =>
  payloadTooLarge(`The body is larger than ${describeBytes(most)}, the most that one request may hold.`)

/**
 * Reads a body as text, and not a byte more than the limit.
 * @param declared Content-Length: what is too long by its own word is not read at all
 * @param most the limit, in bytes
 * @throws ScimError 413 above it; 400 invalidSyntax when it is not UTF-8
 * @throws Aborted when the connection ends before the body
 */
export async function readBody(
  body: AsyncIterable<Uint8Array> | undefined,
  declared?: string,
  most: number = limits.bodyBytes,
): Promise<string> {
  if (!body) return ''
  if (Number(declared) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > most) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw new Aborted('The body did not arrive.', { cause: error })
  }
  if (bytes > most) throw tooLarge(most)
  return decode(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw invalidSyntax('The body is not UTF-8 text, as it has to be (RFC 8259 §8.1).')
  }
}
