import { readFirstCall } from '@/app/(portal)/first-steps/read-first-call'
import { answerAdmin } from '@/app/api/answer'
import { findProvider } from '@/lib/providers/providers'

/** What has become of a provider's first call, for a page that waits for it: two reads by a key. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerAdmin('The first call', async () => {
    const provider = await findProvider((await params).slug)
    return provider && readFirstCall(provider)
  })
}
