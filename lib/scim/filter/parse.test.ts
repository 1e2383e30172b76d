import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScimError } from '../error'
import { readAttrPath } from '../path/attr-path'
import { parsePatchPath } from '../path/patch-path'
import { COMPARE_OPS, type Filter } from './ast'
import { parseFilter } from './parse'
import { printFilter } from './print'

describe('RFC 7644 §3.4.2.2 examples and live clients, printed canonically', () => {
  test.each([
    ['userName eq "bjensen"'],
    ['name.familyName co "O\'Malley"'],
    ['userName sw "J"'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"'],
    ['title pr'],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"'],
    ['title pr and userType eq "Employee"'],
    ['title pr or userType eq "Intern"'],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"'],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")'],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")'],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]'],
    ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]'],
    ['a pr and b pr or c pr and d pr'],
    ['a pr and (b pr and c pr)'],
    ['active eq true', 'active eq true'],
    ['active eq TRUE', 'active eq true'],
    ['x eq null'],
    ['x gt -1.5e3', 'x gt -1500'],
    ['x eq -0', 'x eq 0'],
    ['userName EQ "a"', 'userName eq "a"'],
    ['title PR AND NOT (x Pr)', 'title pr and not (x pr)'],
    ['not(title pr)', 'not (title pr)'],
    ['((title pr))', 'title pr'],
    ['  userName   eq\t"a" ', 'userName eq "a"'],
    [String.raw`userName eq "a\"b\\c\u00e9"`, String.raw`userName eq "a\"b\\cé"`],
    ['emails[type eq "work"].value eq "x"', 'emails[type eq "work" and value eq "x"]'],
    ['emails[type eq "work" and primary eq true].value pr', 'emails[type eq "work" and primary eq true and value pr]'],
    [
      'emails[type eq "work" or type eq "home"].value eq "x"',
      'emails[(type eq "work" or type eq "home") and value eq "x"]',
    ],
    ['members[$ref pr]'],
    ['urn:x:y:2.0:Device.serial-no eq 5'],
  ])('%s', (text, printed = text) => {
    expect(printFilter(parseFilter(text))).toBe(printed)
  })

  test('and binds more tightly than or', () => {
    expect(parseFilter('a pr or b pr and c pr')).toMatchObject({
      kind: 'or',
      operands: [{ kind: 'present' }, { kind: 'and' }],
    })
  })
})

describe('what can not be read is invalidFilter and says where', () => {
  test.each([
    ['', 'character 1'],
    ['   ', 'character 4'],
    ['userName', 'character 9'],
    ['userName eq', 'character 12'],
    ['userName eq bob', 'double quotes'],
    ["userName eq 'bob'", 'double quotes'],
    ['userName equals "bob"', 'character 10'],
    ['userName eq "bob', 'character 13'],
    ['userName eq "bob" and', 'character 22'],
    ['userName eq "bob" userName pr', 'character 19'],
    ['(userName pr', 'closing bracket )'],
    ['userName pr)', 'character 12'],
    ['emails[type eq "work"', 'closing bracket ]'],
    ['emails[type eq "work"] pr', 'character 24'],
    ['emails[phones[type pr]]', 'inside brackets'],
    ['emails[type pr].a.b pr', 'names no sub-attribute'],
    ['a.b.c pr', 'attribute name'],
    ['"userName" eq "x"', 'attribute name'],
    ['not title pr', 'operator'],
    ['and pr and', 'attribute name'],
    ['x eq 01', 'value'],
    ['x eq 1e999', 'value'],
    [String.raw`x eq "\q"`, 'backslash'],
    [String.raw`x eq "\u0000"`, 'NUL'],
    [String.raw`x eq "\ud800"`, 'half a character'],
    ['x eq "a\nb"', 'character 6'],
    ['x eq __proto__', 'value'],
  ])('%s', (text, detail) => {
    expect(() => parseFilter(text)).toThrowError(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }))
    expect(() => parseFilter(text)).toThrow(detail)
  })
})

describe('limits', () => {
  const nested = (depth: number) => '('.repeat(depth) + 'a pr' + ')'.repeat(depth)
  const many = (count: number) => Array.from({ length: count }, () => 'a pr').join(' or ')

  test('32 brackets deep', () => {
    expect(parseFilter(nested(32))).toMatchObject({ kind: 'present' })
    expect(() => parseFilter(nested(33))).toThrow('32 deep')
    expect(() => parseFilter(nested(4000))).toThrow('32 deep')
  })
  test('200 comparisons', () => {
    expect(parseFilter(many(200))).toMatchObject({ kind: 'or' })
    expect(() => parseFilter(many(201))).toThrow('200 comparisons')
  })
  test('8 KiB of UTF-8', () => {
    const fits = `a eq "${'x'.repeat(8192 - 7)}"`
    expect(parseFilter(fits)).toMatchObject({ kind: 'compare' })
    const over = `a eq "${'é'.repeat(4096)}"`
    expect(() => parseFilter(over)).toThrowError(
      expect.objectContaining({ status: 413, detail: expect.stringContaining('8 KiB') }),
    )
  })
})

const attribute = fc
  .constantFrom(
    'userName',
    'emails.value',
    '$ref',
    'urn:a:b:2.0:User:dept',
    'urn:a:b:2.0:User:manager.value',
    'and',
    'x-y_z',
  )
  .map((text) => readAttrPath(text)!)
const literal = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\p{Cs}]/u.test(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const condition = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    path: attribute,
    op: fc.constantFrom(...COMPARE_OPS),
    value: literal,
    at: fc.constant(0),
  }),
  fc.record({ kind: fc.constant('present' as const), path: attribute, at: fc.constant(0) }),
)
const { inner, filter } = fc.letrec<{ inner: Filter; filter: Filter }>((tie) => {
  const logic = (operand: fc.Arbitrary<Filter>) =>
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        operands: fc.array(operand, { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), operand }),
    )
  return {
    inner: fc.oneof({ maxDepth: 3 }, condition, logic(tie('inner'))),
    filter: fc.oneof(
      { maxDepth: 3 },
      condition,
      fc.record({ kind: fc.constant('valuePath' as const), path: attribute, filter: tie('inner'), at: fc.constant(0) }),
      logic(tie('filter')),
    ),
  }
})

/** The tree without the places where things stood. */
function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'at' ? undefined : each)))
}

describe('properties', () => {
  test('parse(print(tree)) is the tree', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        expect(bare(parseFilter(printFilter(tree)))).toEqual(bare(tree))
      }),
      { numRuns: 500 },
    )
  })

  test('a patch path round-trips its filter', () => {
    fc.assert(
      fc.property(inner, (tree) => {
        expect(bare(parsePatchPath(`emails[${printFilter(tree)}].value`).filter)).toEqual(bare(tree))
      }),
    )
  })

  const pieces = fc
    .array(
      fc.constantFrom(
        'a',
        'eq',
        '"x"',
        '(',
        ')',
        '[',
        ']',
        'and',
        'or',
        'not',
        'pr',
        '.',
        ':',
        'urn:x:y',
        '1',
        'null',
        '"',
        '\\',
        ' ',
        '\u0000',
        '\ud800',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(' '))
  test.each([
    ['parseFilter', parseFilter],
    ['parsePatchPath', parsePatchPath],
  ])('%s throws nothing but a ScimError', (_name, parse) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces,
          pieces.map((text) => text.replaceAll(' ', '')),
        ),
        (text) => {
          try {
            parse(text)
          } catch (error) {
            expect(error).toBeInstanceOf(ScimError)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
