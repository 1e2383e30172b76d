import { answerAdmin } from '@/app/api/answer'
import { article, contents } from '@/lib/help/articles'
import { searchHelp } from '@/lib/help/search'

/** The table of contents, or with `q` what a search finds. */
export async function GET(request: Request): Promise<Response> {
  return answerAdmin('The help', async () => {
    const words = new URL(request.url).searchParams.get('q')
    if (words !== null) return { hits: searchHelp(words.slice(0, 200)) }
    const groups = contents.map((group) => ({
      title: group.title,
      articles: group.slugs.map((slug) => {
        const { title, summary } = article(slug)!
        return { slug, title, summary }
      }),
    }))
    return { groups }
  })
}
