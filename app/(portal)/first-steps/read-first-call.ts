import { firstCall, type FirstCall } from '@/components/live/first-call'
import { errorArticle } from '@/lib/help/error-article'
import { lastUnknownCall } from '@/lib/http/unknown-calls'
import type { Provider } from '@/lib/providers/provider'
import { newestCall } from '@/lib/sync-log/newest-call'

/** What has become of a provider's first call; one read by an index. */
export async function readFirstCall({ id, slug, lastCallAt }: Provider): Promise<FirstCall> {
  const newest = await newestCall(id)
  const call = firstCall(lastCallAt, newest, lastUnknownCall(slug))
  const help = newest && errorArticle(newest)
  return call.state === 'refused' && help ? { ...call, help } : call
}
