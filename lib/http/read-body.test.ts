import { expect, test } from 'vitest'
import { limits } from '@/lib/scim'
import { Aborted, readBody } from './read-body'

async function* chunks(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

test('a body is put together, also where a character is cut in two', async () => {
  const text = Buffer.from('{"a":"ü"}')
  expect(await readBody(chunks(text.subarray(0, 7), text.subarray(7)))).toBe('{"a":"ü"}')
  expect(await readBody(undefined)).toBe('')
})

test('what is too long by its own word is not read', async () => {
  const never = { [Symbol.asyncIterator]: () => expect.unreachable() } as unknown as AsyncIterable<Uint8Array>
  await expect(readBody(never, String(limits.bodyBytes + 1))).rejects.toMatchObject({ status: 413 })
})

test('what turns out too long is not read to its end', async () => {
  let read = 0
  async function* endless() {
    for (;;) {
      read++
      yield new Uint8Array(1024 * 1024)
    }
  }
  await expect(readBody(endless())).rejects.toMatchObject({ status: 413, detail: expect.stringContaining('16 MiB') })
  expect(read).toBe(17)
})

test('a body of exactly the limit is read', async () => {
  expect(await readBody(chunks(new Uint8Array(limits.bodyBytes).fill(0x20)))).toHaveLength(limits.bodyBytes)
})

test('what is not UTF-8 is refused', async () => {
  await expect(readBody(chunks(Uint8Array.of(0xff, 0xfe)))).rejects.toMatchObject({
    status: 400,
    scimType: 'invalidSyntax',
  })
})

test('a client that goes away is nobody to answer', async () => {
  const gone: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('aborted')) }),
  }
  await expect(readBody(gone)).rejects.toBeInstanceOf(Aborted)
})
