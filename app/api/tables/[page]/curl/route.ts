import { rowCurl } from '@/app/(portal)/row-curl'
import { answerAdmin } from '@/app/api/answer'

/**
 * The request that a row stands for, as a command: `{ command }`, or `{ why }` there is none. `id` is the row's,
 * `provider` (a slug) the view's.
 */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }) {
  const { page } = await params
  const asked = new URL(request.url).searchParams
  return answerAdmin('The row', () => rowCurl(page, asked.get('id') ?? '', asked.get('provider') ?? ''))
}
