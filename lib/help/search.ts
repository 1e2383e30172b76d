import MiniSearch from 'minisearch'
import { articles, plain } from './articles'

export interface Hit {
  slug: string
  title: string
  anchor: string
  heading: string
  /** About 140 characters around the first word that matched, cut where a word that matched begins and ends. */
  snippet: Piece[]
}

export interface Piece {
  text: string
  found?: true
}

interface Entry extends Omit<Hit, 'snippet'> {
  id: string
  text: string
}

const words = /[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu
const fold = (term: string) => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

let built: { index: MiniSearch<Entry>; entries: Map<string, Entry> } | undefined

function search() {
  if (built) return built
  const entries = articles().flatMap(({ slug, title, sections }) =>
    sections.map(({ anchor, heading, markdown }) => {
      const text = plain(anchor === '' ? markdown : markdown.replace(/^## .+\n/, ''))
      return { id: `${slug}#${anchor}`, slug, title, anchor, heading, text }
    }),
  )
  const index = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    // A title's words lead to the article, not to each of its sections.
    extractField: (entry, field) => (field === 'title' && entry.anchor !== '' ? '' : entry[field as keyof Entry]),
    processTerm: fold,
    // Attribute names are looked for whole (emails.value) and in parts (value).
    tokenize: (text) => [...text.matchAll(words)].flatMap(([word]) => wordAndParts(word)),
    searchOptions: {
      boost: { title: 4, heading: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
    },
  })
  index.addAll(entries)
  return (built = { index, entries: new Map(entries.map((entry) => [entry.id, entry])) })
}

const wordAndParts = (word: string) => (/[.:]/.test(word) ? [word, ...word.split(/[.:]/)] : [word])

/** Searches all articles, section by section; the best 20, best first. Every word counts, also begun or misspelt. */
export function searchHelp(asked: string): Hit[] {
  const { index, entries } = search()
  const phrase = fold(asked.trim())
  const boostDocument = (id: string) => {
    const inOneGo = phrase.includes(' ') && fold(entries.get(id)!.text).includes(phrase) ? 3 : 1
    // The articles on errors are many, and say much the same of both consoles.
    return id.startsWith('error-') ? inOneGo / 2 : inOneGo
  }
  const all = index.search(asked, { boostDocument, combineWith: 'AND' })
  const found = all.length > 0 ? all : index.search(asked, { boostDocument })
  return found.slice(0, 20).map(({ id, terms }) => {
    const { slug, title, anchor, heading, text } = entries.get(id as string)!
    return { slug, title, anchor, heading, snippet: snippet(text, terms) }
  })
}

function snippet(text: string, terms: string[]): Piece[] {
  const lower = text.toLowerCase()
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
  const from = Math.max(0, (places.length > 0 ? Math.min(...places) : 0) - 40)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = start + 140
  const cut = text.slice(start, end < text.length ? text.lastIndexOf(' ', end) : undefined)
  return marked(`${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`, new Set(terms))
}

/** Cuts a text where words begin and end that are among the terms, or have a part that is. */
function marked(text: string, terms: Set<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!wordAndParts(word).some((each) => terms.has(fold(each)))) continue
    if (index > at) pieces.push({ text: text.slice(at, index) })
    pieces.push({ text: word, found: true })
    at = index + word.length
  }
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces
}
