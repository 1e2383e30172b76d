import type { ExpressionAttribute } from './spec'

/** What may stand at a place of an expression. */
export interface Completion {
  label: string
  hint: string
  /** Replaces `from` to `to`. */
  insert: string
  /** Where the caret stands afterwards, from the beginning of `insert`. */
  caret: number
}

export interface Completions {
  what: 'attributes' | 'operators' | 'values' | 'words'
  from: number
  to: number
  /** What is written of it already. */
  typed: string
  options: Completion[]
}

const most = 60

const operators: Record<string, string> = {
  eq: 'is',
  ne: 'is not, or has no value',
  co: 'contains',
  sw: 'starts with',
  ew: 'ends with',
  gt: 'greater than',
  ge: 'at least',
  lt: 'less than',
  le: 'at most',
  pr: 'has a value',
}
const times: Record<string, string> = { gt: 'after', ge: 'at or after', lt: 'before', le: 'at or before' }

/** The operators that fit a type (RFC 7644 §3.4.2.2), the usual ones alone. */
const fitting: Record<ExpressionAttribute['type'], string[]> = {
  text: ['eq', 'ne', 'co', 'sw', 'ew', 'pr'],
  id: ['eq', 'ne'],
  boolean: ['eq', 'ne', 'pr'],
  number: ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'pr'],
  time: ['ge', 'gt', 'le', 'lt', 'eq', 'ne', 'pr'],
  binary: ['eq', 'ne', 'pr'],
}

interface Token {
  text: string
  from: number
  to: number
}

/** Where the words before the caret lead. */
interface Place {
  expects: Completions['what']
  /** The attribute whose operator or value comes next. */
  attribute: string
  /** The attribute before an open `[`. */
  parent: string
}

/** What can be written at the caret of an expression that may be unfinished. */
export function completionsAt(text: string, caret: number, attributes: ExpressionAttribute[]): Completions {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"?|[()[\]]|[^\s"()[\]]+/g)].map(({ 0: found, index }): Token => ({
    text: found,
    from: index,
    to: index + found.length,
  }))
  const current = tokens.find((token) => token.from < caret && caret <= token.to && !/^[()[\]]$/.test(token.text))
  const from = current?.from ?? caret
  const place = placeAfter(tokens.filter((token) => token.to <= from && token !== current))
  const quoted = current?.text.startsWith('"')
  const typed = text.slice(quoted ? from + 1 : from, caret)
  const to = current?.to ?? caret
  const found = { what: place.expects, from, to, typed }
  // Behind a text's last quote there is nothing to complete.
  if (quoted && (place.expects !== 'values' || (caret === to && /^".*"$/s.test(current!.text) && to - from > 1)))
    return { ...found, options: [] }
  const rest = text.slice(to)
  const options = offered(place, typed, attributes).map(({ label, hint, value }) => ({
    label,
    hint,
    ...completed(value ?? label, place, rest, attributes),
  }))
  return { ...found, options: options.slice(0, most) }
}

function placeAfter(tokens: Token[]): Place {
  const place: Place = { expects: 'attributes', attribute: '', parent: '' }
  for (const { text } of tokens) {
    const word = text.toLowerCase()
    if (text === '(') place.expects = 'attributes'
    else if (text === '[') Object.assign(place, { expects: 'attributes', parent: place.attribute })
    else if (text === ')') place.expects = 'words'
    else if (text === ']') Object.assign(place, { expects: 'words', attribute: place.parent, parent: '' })
    else if (place.expects === 'attributes') {
      if (word !== 'not') Object.assign(place, { expects: 'operators', attribute: within(place.parent, text) })
    } else if (place.expects === 'operators') place.expects = word === 'pr' ? 'words' : 'values'
    else if (place.expects === 'values') place.expects = 'words'
    else if (word === 'and' || word === 'or') place.expects = 'attributes'
    else if (word.startsWith('.')) Object.assign(place, { expects: 'operators', attribute: place.attribute + text })
  }
  return place
}

const within = (parent: string, name: string) => (parent ? `${parent}.${name}` : name)

interface Offer {
  label: string
  hint: string
  /** What is written, where that is not the label. */
  value?: string
}

function offered(place: Place, typed: string, attributes: ExpressionAttribute[]): Offer[] {
  const attribute = named(place.attribute, attributes)
  switch (place.expects) {
    case 'attributes':
      return matching(typed, attributeOffers(place.parent, attributes))
    case 'operators':
      return matching(typed, operatorOffers(attribute?.type))
    case 'values':
      return matching(typed, valueOffers(attribute))
    case 'words':
      return matching(typed, [
        { label: 'and', hint: 'both hold' },
        { label: 'or', hint: 'one of them holds' },
      ])
  }
}

const named = (path: string, attributes: ExpressionAttribute[]) =>
  attributes.find((each) => each.path.toLowerCase() === path.toLowerCase())

function attributeOffers(parent: string, attributes: ExpressionAttribute[]): Offer[] {
  const begin = parent ? `${parent}.`.toLowerCase() : ''
  return attributes
    .filter(({ path }) => path.toLowerCase().startsWith(begin))
    .map(({ path, type, hint }) => ({
      label: path.slice(begin.length),
      hint: type === 'id' ? hint : `${type} · ${hint}`,
    }))
}

const operatorOffers = (type: ExpressionAttribute['type'] = 'text'): Offer[] =>
  fitting[type].map((op) => ({ label: op, hint: (type === 'time' && times[op]) || operators[op] || '' }))

function valueOffers(attribute: ExpressionAttribute | undefined): Offer[] {
  if (attribute?.type === 'boolean') return ['true', 'false'].map((label) => ({ label, hint: '' }))
  return (attribute?.values ?? []).map((label) => ({ label, hint: '', value: JSON.stringify(label) }))
}

/** Those that begin with what is typed, then those that have it inside; in any case. */
function matching(typed: string, offers: Offer[]): Offer[] {
  const part = typed.toLowerCase()
  const at = (offer: Offer) => offer.label.toLowerCase().indexOf(part)
  return [...offers.filter((offer) => at(offer) === 0), ...offers.filter((offer) => at(offer) > 0)]
}

/** With the blank after it, or the quotes of the text that comes next and the caret between them. */
function completed(word: string, place: Place, rest: string, attributes: ExpressionAttribute[]) {
  const attribute = named(place.attribute, attributes)
  const takesText = attribute?.type !== 'boolean' && attribute?.type !== 'number' && !attribute?.values
  if (place.expects === 'operators' && word !== 'pr' && takesText && rest.trim() === '')
    return { insert: `${word} ""`, caret: word.length + 2 }
  const blank = /^[\s)\]]/.test(rest) ? '' : ' '
  return { insert: word + blank, caret: word.length + (/^[)\]]/.test(rest) ? 0 : 1) }
}
