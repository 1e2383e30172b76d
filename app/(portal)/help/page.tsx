import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { requireAdmin } from '@/lib/auth/require-admin'
import { article, contents } from '@/lib/help/articles'

export const metadata: Metadata = { title: 'Help' }

export default async function HelpPage() {
  await requireAdmin()
  return (
    <>
      <PageHeader
        title="Help"
        purpose="Every article. The icon at the top of each page opens the one about that page."
      />
      <div className="border-t border-line px-4 py-6 narrow:px-6">
        <div className="grid max-w-[980px] gap-x-10 gap-y-8 narrow:grid-cols-2">
          {contents.map((group) => (
            <section key={group.title}>
              <h2 className="pb-2 text-small font-medium text-ink-2">{group.title}</h2>
              <ul className="grid gap-3">
                {group.slugs.map((slug) => {
                  const { title, summary } = article(slug)!
                  return (
                    <li key={slug}>
                      <Link href={`/help/${slug}`} className="link font-medium">
                        {title}
                      </Link>
                      <p className="text-ink-2">{summary}</p>
                    </li>
                  )
                })}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
