import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ArticleText } from '@/components/help/markdown'
import { PageHeader } from '@/components/shell/page-header'
import { requireAdmin } from '@/lib/auth/require-admin'
import { article } from '@/lib/help/articles'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: article((await params).slug)?.title ?? 'Help' }
}

/** An article in a tab of its own: what "Open in a tab" and a copied link lead to. */
export default async function ArticlePage({ params }: Props) {
  await requireAdmin()
  const found = article((await params).slug)
  if (!found) notFound()
  return (
    <>
      <PageHeader
        title={found.title}
        purpose={
          <Link href="/help" className="link">
            All articles
          </Link>
        }
      />
      <div className="border-t border-line px-4 py-6 text-base narrow:px-6">
        <article className="max-w-[68ch]">
          <ArticleText article={found} />
        </article>
      </div>
    </>
  )
}
