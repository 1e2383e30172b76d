import { invalidFilter, payloadTooLarge } from '../error'
import { describeBytes, limits } from '../limits'
import { type AttrPath, readAttrPath } from '../path/attr-path'
import { COMPARE_OPS, type CompareOp, type Filter, type Literal } from './ast'
import { lex, place, type Token } from './lexer'

/**
 * Reads a filter: the whole grammar of RFC 7644 §3.4.2.2, and `emails[type eq "work"].value eq "x"` of live clients, which is read
 * as `emails[type eq "work" and value eq "x"]`. Throws invalidFilter saying where, and payloadTooLarge beyond the length limit.
 */
export function parseFilter(text: string): Filter {
  checkLength(text)
  const parser = new FilterParser(lex(text))
  const filter = parser.readOr()
  parser.expectEnd()
  return filter
}

/** Throws payloadTooLarge when a filter or path is longer than the limit. */
export function checkLength(text: string): void {
  // A UTF-16 unit takes one to three bytes, so that hardly any text has to be measured.
  if (text.length * 3 <= limits.filterBytes) return
  if (text.length <= limits.filterBytes && new TextEncoder().encode(text).length <= limits.filterBytes) return
  throw payloadTooLarge(`The filter is longer than ${describeBytes(limits.filterBytes)}. Ask for less at a time.`)
}

/** A recursive descent over tokens; `or` binds weaker than `and`, `and` weaker than `not`. */
export class FilterParser {
  private next = 0
  private depth = 0
  private comparisons = 0

  constructor(private readonly tokens: Token[]) {}

  readOr(insideBrackets = false): Filter {
    return this.readChain('or', () => this.readChain('and', () => this.readTerm(insideBrackets)))
  }

  /** Reads `[filter]` after a path. The opening bracket is the next token. */
  readBrackets(): Filter {
    this.deepen(this.take().at)
    const filter = this.readOr(true)
    const close = this.take()
    if (close.kind !== ']')
      throw invalidFilter(`A closing bracket ] is missing ${place(close.at)} of the filter.`, close.at)
    this.depth -= 1
    return filter
  }

  peek(): Token {
    return this.tokens[this.next]!
  }

  take(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.next += 1
    return token
  }

  expectEnd(): void {
    const token = this.peek()
    if (token.kind === 'end') return
    throw invalidFilter(
      `The filter should be at its end ${place(token.at)}, but goes on with ${show(token)}. Join conditions with "and" or "or".`,
      token.at,
    )
  }

  private readChain(kind: 'and' | 'or', readOperand: () => Filter): Filter {
    const operands = [readOperand()]
    while (isWord(this.peek(), kind)) {
      this.take()
      operands.push(readOperand())
    }
    return operands.length === 1 ? operands[0]! : { kind, operands }
  }

  private readTerm(insideBrackets: boolean): Filter {
    const token = this.peek()
    if (token.kind === '(') return this.readGroup(insideBrackets)
    if (isWord(token, 'not') && this.tokens[this.next + 1]?.kind === '(') {
      this.take()
      return { kind: 'not', operand: this.readGroup(insideBrackets) }
    }
    return this.readExpression(insideBrackets)
  }

  private readGroup(insideBrackets: boolean): Filter {
    this.deepen(this.take().at)
    const filter = this.readOr(insideBrackets)
    const close = this.take()
    if (close.kind !== ')')
      throw invalidFilter(`A closing bracket ) is missing ${place(close.at)} of the filter.`, close.at)
    this.depth -= 1
    return filter
  }

  private readExpression(insideBrackets: boolean): Filter {
    const token = this.take()
    const path = token.kind === 'word' ? readAttrPath(token.text, token.at) : undefined
    if (!path)
      throw invalidFilter(
        `An attribute name is expected ${place(token.at)} of the filter, but there is ${show(token)}.`,
        token.at,
      )
    if (this.peek().kind !== '[') return this.readCondition(path)
    if (insideBrackets) {
      const { at } = this.peek()
      throw invalidFilter(`Brackets can't stand inside brackets (${place(at)} of the filter).`, at)
    }
    const filter = this.readBrackets()
    const after = this.peek()
    if (after.kind !== 'word' || !after.text.startsWith('.')) return { kind: 'valuePath', path, filter, at: path.at }
    this.take()
    const sub = readAttrPath(after.text.slice(1), after.at + 1)
    if (!sub || sub.sub !== undefined)
      throw invalidFilter(`"${after.text}" ${place(after.at)} of the filter names no sub-attribute.`, after.at)
    // Interop: Entra searches `emails[type eq "work"].value eq "x"`, which the grammar has for PATCH paths alone.
    const condition = this.readCondition(sub)
    const operands = filter.kind === 'and' ? [...filter.operands, condition] : [filter, condition]
    return { kind: 'valuePath', path, filter: { kind: 'and', operands }, at: path.at }
  }

  private readCondition(path: AttrPath): Filter {
    this.comparisons += 1
    if (this.comparisons > limits.filterComparisons) {
      throw invalidFilter(
        `The filter has more than ${limits.filterComparisons} comparisons. Ask for less at a time.`,
        path.at,
      )
    }
    const operator = this.take()
    const name = operator.kind === 'word' ? operator.text.toLowerCase() : undefined
    if (name === 'pr') return { kind: 'present', path, at: path.at }
    const op = COMPARE_OPS.find((each): each is CompareOp => each === name)
    if (!op) {
      throw invalidFilter(
        `After "${path.text}" an operator is expected ${place(operator.at)} of the filter, but there is ${show(operator)}. ` +
          `The operators are ${COMPARE_OPS.join(', ')} and pr.`,
        operator.at,
      )
    }
    return { kind: 'compare', path, op, value: readLiteral(this.take()), at: path.at }
  }

  private deepen(at: number): void {
    this.depth += 1
    if (this.depth > limits.filterDepth) {
      throw invalidFilter(`The filter has brackets more than ${limits.filterDepth} deep (${place(at)}).`, at)
    }
  }
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const WORDS: Readonly<Record<string, Literal>> = { true: true, false: false, null: null }

/** A compare value: a JSON text, number, true, false or null (RFC 7644 §3.4.2.2). */
function readLiteral(token: Token): Literal {
  if (token.kind === 'string') return token.value
  if (token.kind === 'word') {
    const word = token.text.toLowerCase()
    const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
    if (known !== undefined) return known
    const number = NUMBER.test(token.text) ? Number(token.text) : NaN
    // Adding 0 turns -0 into 0.
    if (Number.isFinite(number)) return number + 0
  }
  throw invalidFilter(
    `A value is expected ${place(token.at)} of the filter, but there is ${show(token)}. Text stands in double quotes.`,
    token.at,
  )
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word
}

function show(token: Token): string {
  if (token.kind === 'end') return 'nothing more'
  if (token.kind === 'word') return token.text.length > 40 ? `"${token.text.slice(0, 40)}…"` : `"${token.text}"`
  return token.kind === 'string' ? 'a text in quotes' : `"${token.kind}"`
}
