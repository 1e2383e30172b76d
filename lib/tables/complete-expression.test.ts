import { describe, expect, test } from 'vitest'
import { completionsAt } from './complete-expression'
import type { ExpressionAttribute } from './spec'

const attributes: ExpressionAttribute[] = [
  { path: 'userName', type: 'text', hint: 'User' },
  { path: 'active', type: 'boolean', hint: 'User' },
  { path: 'emails.value', type: 'text', hint: 'User' },
  { path: 'emails.type', type: 'text', hint: 'User', values: ['work', 'home'] },
  { path: 'meta.lastModified', type: 'time', hint: 'every resource' },
  { path: 'urn:example:badge:level', type: 'number', hint: 'Badge' },
  { path: 'payload', type: 'id', hint: 'internal id' },
]
const paths = attributes.map(({ path }) => path)
/** `|` is the caret. */
const at = (marked: string) => {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return { text, ...completionsAt(text, caret, attributes) }
}
const labels = (marked: string) => at(marked).options.map(({ label }) => label)

describe('what is offered', () => {
  test.each<[string, string[]]>([
    ['|', paths],
    ['us|', ['userName']],
    ['MAIL|', ['emails.value', 'emails.type']],
    ['t|', ['active', 'emails.type', 'meta.lastModified']],
    ['nothing|', []],
    ['userName |', ['eq', 'ne', 'co', 'sw', 'ew', 'pr']],
    ['userName e|', ['eq', 'ew', 'ne']],
    ['active |', ['eq', 'ne', 'pr']],
    ['payload |', ['eq', 'ne']],
    ['meta.lastModified |', ['ge', 'gt', 'le', 'lt', 'eq', 'ne', 'pr']],
    ['active eq |', ['true', 'false']],
    ['active eq f|', ['false']],
    ['emails.type eq |', ['work', 'home']],
    ['emails.type eq "h|"', ['home']],
    ['emails[|', ['value', 'type']],
    ['emails[type eq "|"]', ['work', 'home']],
    ['emails[type eq "work"] |', ['and', 'or']],
    ['emails[type eq "work"].value |', ['eq', 'ne', 'co', 'sw', 'ew', 'pr']],
    ['userName eq "|"', []],
    ['userName eq "x"|', []],
    ['userName eq "x" |', ['and', 'or']],
    ['userName pr a|', ['and']],
    ['userName eq "a or b|', []],
    ['not (|', paths],
    ['(userName pr) |', ['and', 'or']],
    ['userName pr and ac| eq true', ['active']],
    ['userName pr and active| eq true', ['active']],
  ])('%s', (marked, expected) => expect(labels(marked)).toEqual(expected))
})

describe('what is written', () => {
  const taken = (marked: string, label: string) => {
    const { text, from, to, options } = at(marked)
    const option = options.find((each) => each.label === label)
    if (!option) throw new Error(`${label} is not offered`)
    const caret = from + option.caret
    const changed = text.slice(0, from) + option.insert + text.slice(to)
    return `${changed.slice(0, caret)}|${changed.slice(caret)}`
  }
  test.each([
    ['us|', 'userName', 'userName |'],
    ['userName |', 'eq', 'userName eq "|"'],
    ['userName |', 'pr', 'userName pr |'],
    ['active |', 'eq', 'active eq |'],
    ['emails.type |', 'eq', 'emails.type eq |'],
    ['emails.type eq "h|"', 'home', 'emails.type eq "home" |'],
    ['emails[ty|]', 'type', 'emails[type|]'],
    ['ac| eq true', 'active', 'active |eq true'],
    ['userName e| "x"', 'eq', 'userName eq |"x"'],
  ])('%s and %s', (marked, label, expected) => expect(taken(marked, label)).toBe(expected))
})
