import { answerAdmin } from '@/app/api/answer'
import { article } from '@/lib/help/articles'

/** One article, in sections. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerAdmin('The article', async () => article((await params).slug))
}
