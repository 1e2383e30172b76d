import { invalidFilter } from '../error'

export type Token =
  | { kind: 'word'; text: string; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: '(' | ')' | '[' | ']' | 'end'; at: number }

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const WORD = /[^\s"()[\]]+/uy
const SPACE = /\s*/uy

/** Cuts a filter into words, texts and brackets. Throws invalidFilter with the place. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const character = text[at]!
    if (character === '(' || character === ')' || character === '[' || character === ']') {
      tokens.push({ kind: character, at })
      at += 1
    } else if (character === '"') {
      const source = match(STRING, text, at)
      if (source === undefined) throw badString(at)
      tokens.push({ kind: 'string', value: readString(source, at), at })
      at += source.length
    } else {
      const word = match(WORD, text, at)!
      tokens.push({ kind: 'word', text: word, at })
      at += word.length
    }
    at = skipSpace(text, at)
  }
  tokens.push({ kind: 'end', at: text.length })
  return tokens
}

/** Where in a filter something is, in words; people count from 1. */
export function place(at: number): string {
  return `at character ${at + 1}`
}

function readString(source: string, at: number): string {
  const value = JSON.parse(source) as string
  // Neither can be in a stored value, and the database takes neither.
  if (/[\0\p{Cs}]/u.test(value)) {
    throw invalidFilter(`The text ${place(at)} of the filter has a NUL or half a character in it.`, at)
  }
  return value
}

function badString(at: number) {
  return invalidFilter(
    `The text that begins ${place(at)} of the filter does not end, or has a backslash that means nothing. ` +
      'Close it with a double quote; write \\" for a quote and \\\\ for a backslash inside.',
    at,
  )
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function skipSpace(text: string, at: number): number {
  return at + match(SPACE, text, at)!.length
}
