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
}

/** The table of contents: every article, in the order in which it is shown. */
export const contents = [
  { title: 'Pages', slugs: ['attributes', 'users', 'groups', 'sync-logs', 'providers'] },
  { title: 'Connecting', slugs: ['connect-okta', 'connect-entra', 'connect-other'] },
  {
    title: 'Questions',
    slugs: ['why-is-someone-missing', 'reading-a-log-row', 'username-and-nameid', 'leniencies', 'tables'],
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
  return { slug, title, summary, sections }
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

const anchorOf = (heading: string) =>
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
    .replace(/^#+ /gm, '')
    .replace(/[*`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
