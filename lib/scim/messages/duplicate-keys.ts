/** The paths of keys that come more than once in one object of a valid JSON text. */
export function findDuplicateKeys(source: string): string[] {
  const tokens = [...source.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,]/g)].map(([token]) => token)
  const open: Frame[] = []
  const duplicates: string[] = []
  tokens.forEach((token, index) => {
    const frame = open.at(-1)
    if (token === '{' || token === '[') {
      const path = frame?.keys ? join(frame.path, frame.key) : frame ? `${frame.path}[${frame.index}]` : ''
      open.push({ path, keys: token === '{' ? new Set() : undefined, key: '', index: 0 })
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ',' && frame) {
      frame.index += 1
    } else if (frame?.keys && tokens[index + 1] === ':') {
      frame.key = JSON.parse(token) as string
      if (frame.keys.has(frame.key)) duplicates.push(join(frame.path, frame.key))
      frame.keys.add(frame.key)
    }
  })
  return duplicates
}

interface Frame {
  path: string
  /** Of an object; undefined in a list. */
  keys: Set<string> | undefined
  key: string
  index: number
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
