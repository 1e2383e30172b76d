import fc from 'fast-check'
import { parse as parseElsewhere, type Filter as OtherFilter } from 'scim2-parse-filter'
import { expect, test } from 'vitest'
import type { Filter } from './ast'
import { parseFilter } from './parse'

// The parser of the npm package scim2-parse-filter reads the same texts. Where the two part, a clause of RFC 7644 §3.4.2.2 says why.

type Tree = string | [op: string, ...parts: unknown[]]
type Outcome = 'one tree' | 'two trees' | 'both refuse' | 'we refuse' | 'they refuse'

/** Both syntax trees in one form; an `and` in an `and` says the same as one. */
function ours(filter: Filter): Tree {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return chain(filter.kind, filter.operands.map(ours))
    case 'not':
      return ['not', ours(filter.operand)]
    case 'present':
      return ['pr', filter.path.text]
    case 'compare':
      return [filter.op, filter.path.text, filter.value]
    case 'valuePath':
      return ['[]', filter.path.text, ours(filter.filter)]
  }
}

function theirs(filter: OtherFilter): Tree {
  switch (filter.op) {
    case 'and':
    case 'or':
      return chain(filter.op, filter.filters.map(theirs))
    case 'not':
      return ['not', theirs(filter.filter)]
    case 'pr':
      return ['pr', filter.attrPath]
    case '[]':
      return ['[]', filter.attrPath, theirs(filter.valFilter)]
    default:
      return [filter.op, filter.attrPath, filter.compValue]
  }
}

function chain(op: string, operands: Tree[]): Tree {
  return [op, ...operands.flatMap((each) => (Array.isArray(each) && each[0] === op ? each.slice(1) : [each]))]
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function compare(text: string): Outcome {
  const here = attempt(() => ours(parseFilter(text)))
  const there = attempt(() => theirs(parseElsewhere(text)))
  if (!here || !there) return here ? 'they refuse' : there ? 'we refuse' : 'both refuse'
  return JSON.stringify(here) === JSON.stringify(there) ? 'one tree' : 'two trees'
}

/** The text without what stands in quotes, so that the rules below see grammar alone. */
const bare = (text: string) => text.replace(/"(?:[^"\\]|\\.)*"/gs, '""')

/** Each reason for which the two may part, an example of it, and the outcomes that it explains. */
const REASONS: { why: string; example: string; outcomes: Outcome[]; applies: (text: string) => boolean }[] = [
  {
    why: '§3.4.2.2 *1"not" "(" FILTER ")": without brackets `not` is an attribute; they negate whatever comes',
    example: 'not a pr',
    outcomes: ['we refuse', 'they refuse', 'two trees'],
    applies: (text) => /(?<![^\s()[\]])not\s*(?![\s(])/i.test(bare(text)),
  },
  {
    why: '§3.4.2.2 ATTRNAME = ALPHA *(nameChar): they take names that begin with a digit or hold what no name holds',
    example: 'a.b.c/d eq 1',
    outcomes: ['we refuse'],
    applies: (text) => namesIn(text).some((each) => /^\w[\w.:/%-]*$/.test(each) && !isAttrPath(each)),
  },
  {
    why: '§3.4.2.2 nameChar and RFC 7643 §2.4 "$ref": they know no $',
    example: 'members.$ref pr',
    outcomes: ['they refuse'],
    applies: (text) => bare(text).includes('$'),
  },
  {
    why: 'RFC 7159 §6, numbers: they read a negative one at the end of the text alone',
    example: '(a eq -1)',
    outcomes: ['they refuse'],
    applies: (text) => /-\d[\d.eE+-]*[\s)\]]/.test(bare(text)),
  },
  {
    why: 'RFC 7159 §7, escapes in a text: they know that of the quote alone and keep the others as written',
    example: String.raw`a eq "\n"`,
    outcomes: ['two trees', 'we refuse', 'they refuse'],
    applies: (text) => /\\[^"]/.test(text),
  },
  {
    why: '§3.4.2.2 true, false and null: we read them in any case',
    example: 'a eq TRUE',
    outcomes: ['they refuse'],
    applies: (text) =>
      bare(text)
        .split(/[\s()[\]]+/)
        .some((each) => /^(true|false|null)$/i.test(each) && /[A-Z]/.test(each)),
  },
  {
    why: '§3.5.2 has a sub-attribute after brackets in PATCH paths; in a filter we take it for the same value, they for any',
    example: 'emails[type eq "work"].value co "x"',
    outcomes: ['two trees', 'we refuse', 'they refuse'],
    applies: (text) => /\]\s*\./.test(bare(text)),
  },
  {
    why: '§3.4.2.2 valFilter holds no valuePath: they take brackets inside brackets',
    example: 'a[b[c pr]]',
    outcomes: ['we refuse'],
    applies: (text) => /\[[^\]]*\[/.test(bare(text)),
  },
]

/** What stands where an attribute does. */
const namesIn = (text: string) =>
  [...bare(text).matchAll(/[^\s()[\]"]+(?=\s+(?:eq|ne|co|sw|ew|gt|ge|lt|le|pr)(?!\w)|\s*\[)/gi)].map(([each]) => each)
const isAttrPath = (each: string) =>
  /^(?:[a-z][^\s"()[\]]*:(?=[a-z0-9_-]))?[a-z_][\w-]*(?:\.[a-z_][\w-]*)?$/i.test(each)

const name = fc.constantFrom('userName', 'emails', 'name.givenName', 'a', 'eq', 'urn:x:2.0:User:b', 'x-y_z')
const literal = fc.oneof(
  fc.constantFrom('true', 'false', 'null', '0', '7', '-1', '1.5', '2e3', '""', '"a b"', '"(x) and ]"'),
  fc.string({ maxLength: 5 }).map((each) => JSON.stringify(each)),
)
const word = (each: string) => fc.constantFrom(each, each.toUpperCase())
const op = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le').chain(word)
const space = fc.constantFrom(' ', ' ', ' ', '  ')
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(''))
const { filter } = fc.letrec<{ filter: string; condition: string; inner: string }>((tie) => ({
  condition: fc.oneof(joined(name, space, op, space, literal), joined(name, space, word('pr'))),
  inner: tree(tie('condition'), tie('inner')),
  filter: tree(
    fc.oneof(
      { weight: 4, arbitrary: tie('condition') },
      { weight: 1, arbitrary: joined(name, fc.constant('['), tie('inner'), fc.constant(']')) },
    ),
    tie('filter'),
  ),
}))

function tree(leaf: fc.Arbitrary<string>, again: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { depthSize: 'small' },
    leaf,
    joined(again, space, fc.oneof(word('and'), word('or')), space, again),
    joined(fc.constant('('), again, fc.constant(')')),
    joined(word('not'), space, fc.constant('('), again, fc.constant(')')),
  )
}

/** A filter with one thing done to it: a piece taken out, put in, or moved. */
const bent = fc
  .tuple(
    filter,
    fc.nat(),
    fc.nat({ max: 6 }),
    fc.constantFrom(
      '',
      '(',
      ')',
      '[',
      ']',
      '"',
      ' ',
      '.',
      '$',
      'not ',
      ' and ',
      '\\',
      '1',
      '-',
      '].',
      'TRUE',
      ':',
      'a[',
    ),
  )
  .map(([text, at, cut, put]) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + put + text.slice(place + cut)
  })

test.each(REASONS)('$why', ({ example, outcomes, applies }) => {
  expect(outcomes).toContain(compare(example))
  expect(applies(example)).toBe(true)
})

test.each([
  ['valid', filter],
  ['bent', bent],
])('%s filters mean the same to both, or one of the reasons says why not', (_kind, texts) => {
  const agreed = { same: 0, refused: 0 }
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = compare(text)
      if (outcome === 'one tree') agreed.same += 1
      else if (outcome === 'both refuse') agreed.refused += 1
      else if (!REASONS.some(({ outcomes, applies }) => outcomes.includes(outcome) && applies(text))) {
        throw new Error(`${outcome}, and no clause says why: ${text}`)
      }
    }),
    { numRuns: 3000, seed: 11 },
  )
  // Otherwise the reasons would explain everything.
  expect(agreed.same).toBeGreaterThan(300)
  expect(agreed.same + agreed.refused).toBeGreaterThan(2700)
})
