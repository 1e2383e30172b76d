import { invalidSyntax, invalidValue } from '../error'
import { isObject, type Json } from '../json'
import { limits } from '../limits'
import { type Note, takeNotes } from '../notes'
import { findDuplicateKeys } from './duplicate-keys'

/**
 * Reads the text of a body. Duplicate keys are noted and the last one wins. Throws invalidSyntax for what is no JSON or is nested
 * too deep, invalidValue naming the path of a text with a NUL or half a character (a lone surrogate), which no database keeps.
 */
export function parseJsonBody(text: string): { value: unknown; notes: readonly Note[] } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (source.trim() === '') throw invalidSyntax('The body is empty; a JSON object is expected.')
  const { depth, keys } = survey(source)
  if (depth > limits.jsonDepth) {
    throw invalidSyntax(`The body has objects or lists nested more than ${limits.jsonDepth} deep.`)
  }
  const value = parse(source)
  if (HAS_ESCAPED_ODDITY.test(source) || HAS_SURROGATE.test(source)) checkTexts(value, '')
  const notes = takeNotes()
  // Where both counts agree no key came twice, and the slower search is saved.
  if (keys !== countKeys(value)) {
    for (const path of findDuplicateKeys(source)) {
      notes.add('duplicate-key', 'The key came more than once in one object; the last one counts.', path)
    }
  }
  return { value, notes: notes.list }
}

const HAS_ESCAPED_ODDITY = /\\u(?:0000|[dD][89a-fA-F])/
// Of whole pairs too; the texts are looked at one by one then.
const HAS_SURROGATE = /[\ud800-\udfff]/
const ODDITY = /[\0\p{Cs}]/u

/** Counts what can be counted without parsing: how deep brackets go, and colons outside of texts, one for each key. */
function survey(source: string): { depth: number; keys: number } {
  let depth = 0
  let deepest = 0
  let keys = 0
  for (let index = 0; index < source.length; index++) {
    switch (source.charCodeAt(index)) {
      case 0x22: // "
        index = endOfText(source, index)
        break
      case 0x5b: // [
      case 0x7b: // {
        depth += 1
        if (depth > deepest) deepest = depth
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1
        break
      case 0x3a: // :
        keys += 1
    }
  }
  return { depth: deepest, keys }
}

/** The index of the quote that closes the text which opens at `start`, or the end of the source. */
function endOfText(source: string, start: number): number {
  let end = source.indexOf('"', start + 1)
  while (end > 0) {
    let backslashes = 0
    while (source.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1
    if (backslashes % 2 === 0) return end
    end = source.indexOf('"', end + 1)
  }
  return source.length
}

function parse(source: string): Json {
  try {
    return JSON.parse(source) as Json
  } catch (error) {
    // The message of the runtime quotes the body, which may hold a password, so only the place is taken from it.
    const position = /position (\d+)/.exec(String(error))?.[1]
    throw invalidSyntax(
      `The body is not valid JSON${position === undefined ? '' : ` (${lineAndColumn(source, Number(position))})`}.`,
    )
  }
}

function lineAndColumn(source: string, position: number): string {
  const lines = source.slice(0, position).split('\n')
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`
}

function countKeys(value: Json): number {
  if (Array.isArray(value)) {
    let sum = 0
    for (const element of value) sum += countKeys(element)
    return sum
  }
  if (!isObject(value)) return 0
  const names = Object.keys(value)
  let sum = names.length
  for (const name of names) sum += countKeys(value[name]!)
  return sum
}

function checkTexts(value: Json, path: string): void {
  if (typeof value === 'string') {
    if (ODDITY.test(value)) throw badText(path)
  } else if (Array.isArray(value)) {
    value.forEach((element, index) => checkTexts(element, `${path}[${index}]`))
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (ODDITY.test(name)) throw badText(path)
      checkTexts(value[name]!, path === '' ? name : `${path}.${name}`)
    }
  }
}

function badText(path: string) {
  return invalidValue(
    `${path === '' ? 'The body' : path} has a NUL or half a character (a lone surrogate) in its text.`,
  )
}
