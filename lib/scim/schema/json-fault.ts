const TOKEN =
  /[\s]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null))/iy

/**
 * Where a text stops being JSON, in words: `line 3, column 7`. Engines tell it in some of their messages only.
 * Undefined when the text ends too early.
 */
export function jsonFault(text: string): string | undefined {
  const open: ('{' | '[')[] = []
  let wanted: 'value' | 'key' | 'colon' | 'next' = 'value'
  // Whether the bracket may close at once.
  let empty = false
  TOKEN.lastIndex = 0
  for (;;) {
    const at = TOKEN.lastIndex
    const [, sign, string, word] = TOKEN.exec(text) ?? []
    const place = at + /^\s*/.exec(text.slice(at))![0].length
    if (place === text.length) return undefined
    const closes = sign === '}' ? '{' : sign === ']' ? '[' : undefined
    if (closes && open.at(-1) === closes && (wanted === 'next' || empty)) {
      open.pop()
      wanted = 'next'
    } else if (wanted === 'value' && (string ?? word) !== undefined) wanted = 'next'
    else if (wanted === 'value' && (sign === '{' || sign === '[')) {
      open.push(sign)
      wanted = sign === '{' ? 'key' : 'value'
      empty = true
      continue
    } else if (wanted === 'key' && string !== undefined) wanted = 'colon'
    else if (wanted === 'colon' && sign === ':') wanted = 'value'
    else if (wanted === 'next' && sign === ',' && open.length) wanted = open.at(-1) === '{' ? 'key' : 'value'
    else return lineOf(text, place)
    empty = false
  }
}

function lineOf(text: string, place: number): string {
  const lines = text.slice(0, place).split('\n')
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`
}
