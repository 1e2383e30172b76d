import { BULK_REQUEST } from '@/lib/idp-clients/urns'
import { type About, type Write } from './write'
import { deleteGroup, patchMembers, postGroup } from './write-groups'
import { deleteUser, patchUser, postUser, putUser } from './write-users'

const makes = { postUser, putUser, patchUser, deleteUser, postGroup, patchMembers, deleteGroup }
const weights = {
  postUser: 4,
  putUser: 3,
  patchUser: 5,
  deleteUser: 2,
  postGroup: 1,
  patchMembers: 5,
  deleteGroup: 0.7,
}
const BULK = 0.15

/** The next write of a writer: any kind, somebody new when there is nobody to write about. */
export const nextWrite = (about: About): Write => (about.random.chance(BULK) ? bulk(about) : single(about))

const single = (about: About): Write => makes[about.random.weighted(weights)](about) ?? postUser(about)!

/** Each operation goes on from what the one before it has left. */
function bulk(about: About): Write {
  const operations: Write[] = []
  let { state } = about
  for (let left = 2 + about.random.below(4); left > 0; left--) {
    const write = single({ ...about, state })
    operations.push(write)
    state = write.after[0]!
  }
  return {
    kind: 'Bulk',
    method: 'POST',
    path: '/Bulk',
    body: {
      schemas: [BULK_REQUEST],
      Operations: operations.map(({ method, path, body, makes: bulkId }) => ({
        method,
        path,
        ...(body && { data: body }),
        ...(bulkId && { bulkId }),
      })),
    },
    after: operations.map(({ after }) => after[0]!),
    operations,
  }
}
