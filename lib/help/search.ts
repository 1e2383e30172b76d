import MiniSearch from 'minisearch'
import { articles, plain } from './articles'

export interface Hit {
  slug: string
  title: string
  anchor: string
  heading: string
  /** About 140 characters around the first word that matched. */
  snippet: string
}

interface Entry extends Omit<Hit, 'snippet'> {
  id: string
  text: string
}

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
    processTerm: fold,
    // Attribute names are looked for whole (emails.value) and in parts (value).
    tokenize: (text) =>
      [...text.matchAll(/[\p{L}\p{N}]+(?:[.:][\p{L}\p{N}]+)*/gu)].flatMap(([word]) => wordAndParts(word)),
    searchOptions: { boost: { title: 4, heading: 2 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : 0) },
  })
  index.addAll(entries)
  return (built = { index, entries: new Map(entries.map((entry) => [entry.id, entry])) })
}

const wordAndParts = (word: string) => (/[.:]/.test(word) ? [word, ...word.split(/[.:]/)] : [word])

/** Searches all articles, section by section; the best 20, best first. Every word counts, also begun or misspelt. */
export function searchHelp(words: string): Hit[] {
  const { index, entries } = search()
  const all = index.search(words, { combineWith: 'AND' })
  const found = all.length > 0 ? all : index.search(words)
  return found.slice(0, 20).map(({ id, terms }) => {
    const { slug, title, anchor, heading, text } = entries.get(id as string)!
    return { slug, title, anchor, heading, snippet: snippet(text, terms) }
  })
}

function snippet(text: string, terms: string[]): string {
  const lower = text.toLowerCase()
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
  const from = Math.max(0, (places.length > 0 ? Math.min(...places) : 0) - 40)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = start + 140
  const cut = text.slice(start, end < text.length ? text.lastIndexOf(' ', end) : undefined)
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`
}
