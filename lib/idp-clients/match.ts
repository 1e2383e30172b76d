import type { Json } from './json'

/** What a value should be, in words and as a test. */
export class Matcher {
  constructor(
    readonly says: string,
    readonly fits: (actual: Json | undefined) => boolean,
  ) {}
}

/** What an answer should hold: named keys are compared, others may be there. Arrays are compared whole, in order. */
export type Pattern = null | boolean | number | string | Matcher | Pattern[] | { [key: string]: Pattern }

export const text = new Matcher('a text that is not empty', (value) => typeof value === 'string' && value.trim() !== '')
export const number = new Matcher('a number', (value) => typeof value === 'number')
export const absent = new Matcher('absent', (value) => value === undefined)
/** No value, as RFC 7643 §2.5 has it. */
export const none = new Matcher(
  'without a value',
  (value) => value === undefined || value === null || isEmptyArray(value),
)
export const empty = new Matcher('absent or empty', (value) => value === undefined || isEmptyArray(value))

export const atLeast = (least: number) =>
  new Matcher(`a number of ${least} or more`, (value) => typeof value === 'number' && value >= least)

/** An array one of whose elements fits. */
export const including = (pattern: Pattern) =>
  new Matcher(
    `an array with ${show(pattern)} in it`,
    (value) => Array.isArray(value) && value.some((element) => differences(pattern, element).length === 0),
  )

/** An array without such an element, or no array at all. */
export const without = (pattern: Pattern) =>
  new Matcher(
    `an array without ${show(pattern)}`,
    (value) => !Array.isArray(value) || !value.some((element) => differences(pattern, element).length === 0),
  )

/** An array of exactly these elements, in any order. */
export const exactly = (...patterns: Pattern[]) =>
  new Matcher(
    `an array of exactly ${show(patterns)}`,
    (value) =>
      Array.isArray(value) &&
      value.length === patterns.length &&
      patterns.every((pattern) => value.some((element) => differences(pattern, element).length === 0)),
  )

/** An array whose first element fits. */
export const startingWith = (pattern: Pattern) =>
  new Matcher(
    `an array that starts with ${show(pattern)}`,
    (value) => Array.isArray(value) && value.length > 0 && differences(pattern, value[0]).length === 0,
  )

/** Where `actual` is not what `pattern` asks for, in words; nothing when it is. */
export function differences(pattern: Pattern, actual: Json | undefined, path = 'the body'): string[] {
  if (pattern instanceof Matcher)
    return pattern.fits(actual) ? [] : [`${path} should be ${pattern.says}, is ${show(actual)}`]
  if (Array.isArray(pattern)) {
    if (!Array.isArray(actual) || actual.length !== pattern.length)
      return [`${path} should be ${show(pattern)}, is ${show(actual)}`]
    return pattern.flatMap((element, index) => differences(element, actual[index], inside(path, String(index))))
  }
  if (typeof pattern === 'object' && pattern !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
      return [`${path} should be an object like ${show(pattern)}, is ${show(actual)}`]
    return Object.entries(pattern).flatMap(([key, part]) => differences(part, actual[key], inside(path, key)))
  }
  return pattern === actual ? [] : [`${path} should be ${show(pattern)}, is ${show(actual)}`]
}

const inside = (path: string, key: string) => (path === 'the body' ? key : `${path}.${key}`)
const isEmptyArray = (value: Json | undefined) => Array.isArray(value) && value.length === 0

function show(value: Pattern | Json | undefined): string {
  if (value === undefined) return 'absent'
  const words = JSON.stringify(value, (_key, part: unknown) => (part instanceof Matcher ? `‹${part.says}›` : part))
  return words.length > 400 ? `${words.slice(0, 400)}…` : words
}
