import { answerAdmin } from '@/app/api/answer'
import { namesOf } from '@/lib/directory/portal-names'
import { listProviders } from '@/lib/providers/providers'
import { readHistory } from './read-history'

interface Context {
  params: Promise<{ id: string }>
}

/** GET …/{id}/history: a page of what changed a user or group; `before` as the page before it said. */
export const answerHistory =
  (type: 'User' | 'Group') =>
  async (request: Request, { params }: Context) => {
    const id = (await params).id.toLowerCase()
    const before = new URL(request.url).searchParams.get('before') ?? undefined
    return answerAdmin('The history', async () => {
      const [names, providers] = await Promise.all([namesOf([id]), listProviders()])
      const named = names.get(id)
      const provider = named?.type === type && providers.find((each) => each.id === named.providerId)
      return provider ? readHistory(type, id, provider, before) : undefined
    })
  }
