'use client'

import { Button } from '@/components/ui/button'
import { useJson } from './use-json'

interface Contents {
  groups: { title: string; articles: { slug: string; title: string; summary: string }[] }[]
}
interface Hits {
  hits: { slug: string; title: string; anchor: string; heading: string; snippet: { text: string; found?: true }[] }[]
}
type Open = (slug: string, anchor?: string, find?: string) => void

/** All articles, or what a search for `query` finds in them. */
export function HelpContents({ query, open, home }: { query: string; open: Open; home: () => void }) {
  return query.trim() === '' ? <All open={open} /> : <Found query={query.trim()} open={open} home={home} />
}

const entry = 'block w-full rounded-m px-2.5 py-1.5 text-left hover:bg-off-tint'

function All({ open }: { open: Open }) {
  const { data, failed, retry } = useJson<Contents>('/api/help')
  if (failed) return <Failed retry={retry} />
  return data?.groups.map((group) => (
    <section key={group.title} className="mb-4">
      <h2 className="px-2.5 pb-1 text-[0.86em] font-medium text-ink-2">{group.title}</h2>
      <ul>
        {group.articles.map(({ slug, title, summary }) => (
          <li key={slug}>
            <button type="button" className={entry} onClick={() => open(slug)}>
              <span className="block font-medium">{title}</span>
              <span className="block text-[0.93em] text-ink-2">{summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Found({ query, open, home }: { query: string; open: Open; home: () => void }) {
  const { data, failed, retry } = useJson<Hits>(`/api/help?${new URLSearchParams({ q: query })}`, 120)
  if (failed) return <Failed retry={retry} />
  const count = data?.hits.length ?? 0
  return (
    <>
      <p role="status" className="px-2.5 pb-2 text-[0.86em] text-ink-2">
        {data
          ? `${count === 0 ? 'Nothing' : count === 1 ? '1 place' : `${count} places`} found for “${query}”`
          : 'Searching'}
      </p>
      {data && count === 0 && (
        <div className="px-2.5">
          <p className="mb-3 text-ink-2">Try fewer or other words: a menu’s name, an attribute, a status code.</p>
          <Button onClick={home}>Show all articles</Button>
        </div>
      )}
      <ul>
        {data?.hits.map(({ slug, title, anchor, heading, snippet }) => (
          <li key={`${slug}#${anchor}`}>
            <button type="button" className={entry} onClick={() => open(slug, anchor, query)}>
              <span className="block font-medium">
                {title}
                {heading && <span className="font-normal text-ink-2"> · {heading}</span>}
              </span>
              <span className="block text-[0.93em] text-ink-2">
                {snippet.map(({ text, found }, at) =>
                  found ? (
                    <mark key={at} className="rounded-s bg-accent-tint font-medium text-ink">
                      {text}
                    </mark>
                  ) : (
                    text
                  ),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What stands where an article or the contents could not be had. */
export function Failed({ retry }: { retry: () => void }) {
  return (
    <div role="alert" className="px-2.5">
      <p className="font-medium">The help could not be read</p>
      <p className="mt-1 mb-3 text-ink-2">The server did not answer, or your session has ended.</p>
      <Button onClick={retry}>Try again</Button>
    </div>
  )
}
