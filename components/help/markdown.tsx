'use client'

import Link from 'next/link'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import './article.css'
import { termAnchors } from './term-anchors'

/** Of an article, as /api/help/{slug} answers it. */
export interface HelpArticle {
  slug: string
  title: string
  summary: string
  sections: { anchor: string; heading: string; markdown: string }[]
  terms: { text: string; anchor: string }[]
}

/**
 * An article's text. Links between articles are written as bare slugs, with `#` and a section where one is meant.
 * @param onLink opens another article in place; without it they are ordinary links to the article's own page
 */
export function ArticleText(props: { article: HelpArticle; onLink?: (slug: string, anchor?: string) => void }) {
  const { article, onLink } = props
  const components: Components = {
    a: ({ href = '', children }) => (
      <Link
        href={`/help/${href}`}
        prefetch={false}
        className="link"
        onClick={(event) => {
          if (!onLink || event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onLink(...(href.split('#') as [string, string?]))
        }}
      >
        {children}
      </Link>
    ),
    // Wide tables and code scroll by themselves; a scrolling region must be reachable by keyboard.
    table: ({ children }) => (
      <div
        className="my-[0.9em] overflow-x-auto rounded-m border border-line"
        tabIndex={0}
        role="group"
        aria-label="Table"
      >
        <table>{children}</table>
      </div>
    ),
    pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  }
  // One for all sections: each anchor is given to the first place that explains its term.
  const terms = new Map(article.terms.map(({ text, anchor }) => [text, anchor]))
  return (
    <div className="article">
      {article.sections.map(({ anchor, markdown }) => (
        <section key={anchor} id={anchor === '' ? undefined : anchor} className="scroll-mt-4">
          <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[[termAnchors, terms]]} components={components}>
            {markdown}
          </Markdown>
        </section>
      ))}
    </div>
  )
}
