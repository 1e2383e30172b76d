/** Everything that comes in parts, in one list. */
export async function collect<Value>(chunks: AsyncIterable<Value[]>): Promise<Value[]> {
  const all: Value[] = []
  for await (const chunk of chunks) all.push(...chunk)
  return all
}
