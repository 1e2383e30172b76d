import type { NextRequest } from 'next/server'
import { adminOrProblem } from '@/lib/auth/require-admin'
import { article, contents } from '@/lib/help/articles'
import { searchHelp } from '@/lib/help/search'

/** The table of contents, or with `q` what a search finds. */
export async function GET(request: NextRequest): Promise<Response> {
  const admin = await adminOrProblem()
  if (admin instanceof Response) return admin
  const words = request.nextUrl.searchParams.get('q')
  if (words !== null) return Response.json({ hits: searchHelp(words.slice(0, 200)) })
  const groups = contents.map((group) => ({
    title: group.title,
    articles: group.slugs.map((slug) => {
      const { title, summary } = article(slug)!
      return { slug, title, summary }
    }),
  }))
  return Response.json({ groups })
}
