'use client'

import { lazy, Suspense, useEffect, useRef } from 'react'
import { Failed } from './help-contents'
import type { HelpArticle as Article } from './markdown'
import { useJson } from './use-json'

// Markdown is read by a library that no page needs before help is opened.
const ArticleText = lazy(() => import('./markdown').then((module) => ({ default: module.ArticleText })))

/** An article inside the panel, scrolled to one of its sections. */
export function HelpArticle(props: { slug: string; anchor: string; open: (slug: string) => void }) {
  const { data, failed, retry } = useJson<Article>(`/api/help/${props.slug}`)
  if (failed) return <Failed retry={retry} />
  if (!data) return null
  return (
    <Suspense>
      <Shown article={data} anchor={props.slug === data.slug ? props.anchor : ''} open={props.open} />
    </Suspense>
  )
}

function Shown({ article, anchor, open }: { article: Article; anchor: string; open: (slug: string) => void }) {
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    const section = anchor ? top.current?.querySelector(`#${CSS.escape(anchor)}`) : null
    const target = section ?? top.current
    target?.scrollIntoView({ block: 'start' })
  }, [article, anchor])
  return (
    <article ref={top} className="scroll-mt-4 px-2.5 pb-4">
      <h2 className="pb-1 text-[1.3em] leading-snug font-semibold tracking-[-0.015em]">{article.title}</h2>
      <ArticleText article={article} onLink={open} />
    </article>
  )
}
