import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A part of an article that a search can lead to. */
export interface Section {
  /** Empty for what stands before the first heading. */
  anchor: string
  heading: string
  /** Markdown, its heading included. */
  markdown: string
}

export interface Article {
  slug: string
  title: string
  /** The article's first sentence. */
  summary: string
  sections: Section[]
  /** What its lists (`- **Status**: …`) and tables (first cells) explain, each with an anchor of its own. */
  terms: Term[]
}

export interface Term {
  text: string
  anchor: string
}

/** The table of contents: every article, in the order in which it is shown. */
export const contents = [
  {
    title: 'Questions',
    slugs: [
      'is-someone-provisioned',
      'since-when',
      'which-groups',
      'why-did-it-fail',
      'who-is-missing',
      'why-is-someone-missing',
      'username-and-nameid',
    ],
  },
  { title: 'Pages', slugs: ['attributes', 'users', 'groups', 'sync-logs', 'reading-a-log-row', 'tables'] },
  {
    title: 'Identity providers',
    slugs: [
      'providers',
      'tokens',
      'oauth-clients',
      'who-may-call',
      'provider-settings',
      'extension-schemas',
      'redaction',
      'leniencies',
    ],
  },
  { title: 'Connecting', slugs: ['connect-okta', 'connect-entra', 'connect-other'] },
  {
    title: 'Errors',
    slugs: [
      'error-invalid-filter',
      'error-invalid-path',
      'error-invalid-syntax',
      'error-invalid-value',
      'error-mutability',
      'error-no-target',
      'error-cursors',
      'error-401',
      'error-403',
      'error-404',
      'error-405',
      'error-uniqueness',
      'error-409',
      'error-412',
      'error-413',
      'error-414',
      'error-415',
      'error-429',
      'error-500',
      'error-501',
      'error-503',
      'error-unreadable',
      'error-token-endpoint',
    ],
  },
] as const

const slugs = new Set<string>(contents.flatMap((group) => group.slugs))
const read = new Map<string, Article>()

/** An article by its slug, read from lib/help/articles once. */
export function article(slug: string): Article | undefined {
  if (!slugs.has(slug)) return undefined
  const known = read.get(slug)
  if (known) return known
  const path = join(/*turbopackIgnore: true*/ process.cwd(), 'lib/help/articles', `${slug}.md`)
  const made = parseArticle(slug, readFileSync(path, 'utf8'))
  read.set(slug, made)
  return made
}

/** All articles, in the order of the table of contents. */
export const articles = (): Article[] => [...slugs].map((slug) => article(slug)!)

/**
 * Reads `# Title`, a first paragraph that sums the article up, and sections under `## headings`.
 * @throws Error when the title or the summary is missing
 */
export function parseArticle(slug: string, text: string): Article {
  const [, title, rest] = /^# (.+)\n\n([^]*)$/.exec(text) ?? []
  const summary = rest?.split('\n\n')[0]?.replaceAll('\n', ' ').trim()
  if (!title || !rest || !summary) throw new Error(`The article ${slug} needs a title and a first paragraph.`)
  const sections = splitSections(rest)
  return { slug, title, summary, sections, terms: termsOf(rest, sections) }
}

/** The bold words that list items begin with, and first cells; of those with one anchor, or with that of a section, the first. */
function termsOf(text: string, sections: Section[]): Term[] {
  const leads = [...text.matchAll(/^- (\*\*[^*]+\*\*(?:(?:, | and )\*\*[^*]+\*\*)*)/gm)].map((match) => match[1]!)
  const bold = leads.flatMap((lead) => [...lead.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1]!))
  const cells = [...text.matchAll(/^\| ([^|]*[^|\s]) *\|/gm)].map((match) => match[1]!)
  const taken = new Set(['', ...sections.map(({ anchor }) => anchor)])
  return [...bold, ...cells].flatMap((words) => {
    const anchor = anchorOf(words)
    if (taken.has(anchor)) return []
    taken.add(anchor)
    return [{ text: plain(words), anchor }]
  })
}

function splitSections(text: string): Section[] {
  const sections: Section[] = [{ anchor: '', heading: '', markdown: '' }]
  let fenced = false
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    const heading = fenced ? undefined : /^## (.+)$/.exec(line)?.[1]
    if (heading) sections.push({ anchor: anchorOf(heading), heading: plain(heading), markdown: '' })
    sections.at(-1)!.markdown += `${line}\n`
  }
  return sections
}

/** A heading or term as it stands in an address. */
export const anchorOf = (heading: string) =>
  plain(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** Markdown as the text that one reads. */
export const plain = (markdown: string) =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^\|[-\s|:]+\|$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^(?:#+|-|\d+\.) /gm, '')
    .replace(/[*`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
