import { countNewer } from '@/lib/sync-log/search'
import { answerAbout } from '../asked-calls'

/** Enough to say "more than that". */
const MOST = 1000

/** How many calls of a view came after the one that `after` names; of all of them where it names none. */
export const GET = (request: Request) =>
  answerAbout(request, 'New calls', async ({ providerIds, filter, also }) => ({
    newer: await countNewer({ providerIds, ...(filter && { filter }) }, also('after'), MOST),
  }))
