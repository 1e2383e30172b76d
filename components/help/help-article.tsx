'use client'

import { lazy, Suspense, useEffect, useRef } from 'react'
import { Failed } from './help-contents'
import { markWords } from './mark-words'
import type { HelpArticle as Article } from './markdown'
import { useJson } from './use-json'

// Markdown is read by a library that no page needs before help is opened.
const ArticleText = lazy(() => import('./markdown').then((module) => ({ default: module.ArticleText })))

type Open = (slug: string, anchor?: string) => void

/** An article inside the panel, scrolled to one of its sections or terms, or to the words that a search found there. */
export function HelpArticle(props: { slug: string; anchor: string; find: string | undefined; open: Open }) {
  const { data, failed, retry } = useJson<Article>(`/api/help/${props.slug}`)
  if (failed) return <Failed retry={retry} />
  if (!data) return null
  const here = props.slug === data.slug
  return (
    <Suspense>
      <Shown article={data} anchor={here ? props.anchor : ''} find={here ? props.find : undefined} open={props.open} />
    </Suspense>
  )
}

function Shown(props: { article: Article; anchor: string; find: string | undefined; open: Open }) {
  const { article, anchor, find, open } = props
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    const place = anchor ? top.current?.querySelector(`#${CSS.escape(anchor)}`) : null
    const term = place?.tagName === 'SECTION' ? null : place
    ;(place ?? top.current)?.scrollIntoView({ block: term ? 'center' : 'start' })
    term?.setAttribute('data-here', '')
    const within = place ?? top.current?.querySelector('section')
    const unmark = find && within ? markWords(within, find) : undefined
    return () => {
      term?.removeAttribute('data-here')
      unmark?.()
    }
  }, [article, anchor, find])
  return (
    <article ref={top} className="scroll-mt-4 px-2.5 pb-4">
      <h2 className="pb-1 text-[1.3em] leading-snug font-semibold tracking-[-0.015em]">{article.title}</h2>
      <ArticleText article={article} onLink={open} />
    </article>
  )
}
