import { Connection, ConnectionLost } from '../product/connection'
import { PROVIDER, type Product, TOKEN } from '../product/start-product'

/** A write that the server answered with success. */
export interface Acknowledged {
  /** The answer's X-Request-Id: the id of the call's row in the sync log. */
  requestId: string
  userId: string
  userName: string
  /** The title that the write set; a user's writes count up from 0. */
  title: number
}

const WRITERS = 16
const BASE = `/scim/${PROVIDER}/v2`

const user = (userName: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  title: '0',
  active: true,
})
const setTitle = (title: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'title', value: String(title) }],
})

/**
 * Writes with 16 connections, one POST to three PATCHes, until the server is gone.
 * @param cycle tells the user names of one cycle from those of another
 * @param acknowledged what the server answered with success is added here
 */
export async function load(product: Product, cycle: number, acknowledged: Acknowledged[]): Promise<void> {
  const writer = async (number: number) => {
    const connection = new Connection(product.port, TOKEN)
    const write = async (method: string, path: string, body: unknown) => {
      const answer = await connection.send(method, `${BASE}/${path}`, body)
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
      return { ...answer, requestId: /\r\nx-request-id: *(\S+)/i.exec(answer.head)![1]! }
    }
    try {
      for (let n = 0; ; n++) {
        const userName = `kill.${cycle}.${number}.${n}@contoso.example`
        const { body, requestId } = await write('POST', 'Users', user(userName))
        const userId = (JSON.parse(body) as { id: string }).id
        acknowledged.push({ requestId, userId, userName, title: 0 })
        for (let title = 1; title <= 3; title++) {
          const patched = await write('PATCH', `Users/${userId}`, setTitle(title))
          acknowledged.push({ requestId: patched.requestId, userId, userName, title })
        }
      }
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
    } finally {
      connection.close()
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))
}
