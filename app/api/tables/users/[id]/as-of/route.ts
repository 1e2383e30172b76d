import { readAsOf } from '@/app/(portal)/users/as-of-answer'
import { answerAdmin, problem } from '@/app/api/answer'

/** A user as it was just before `until` (ISO 8601). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const until = new Date(new URL(request.url).searchParams.get('until') ?? '')
  return answerAdmin('The values of that day', async () =>
    until.getTime() >= 0
      ? readAsOf(id.toLowerCase(), until)
      : problem(400, 'No moment', 'until has to be a moment such as 2026-11-25T00:00:00Z.'),
  )
}
