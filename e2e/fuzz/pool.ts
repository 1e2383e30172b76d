import { type JsonObject, valueAt } from '@/lib/idp-clients/json'
import { GROUP, USER } from '@/lib/idp-clients/urns'
import type { Ask } from './ask'
import type { Random } from '../product/random'

const USERS = 40
const GROUPS = 10

/** The users and groups that requests are about, by place: a request names the same places on every run. */
export class Pool {
  #users: string[] = []
  #groups: string[] = []
  #cursors: string[] = ['none']
  #made = 0

  constructor(
    private readonly ask: Ask,
    private readonly seed: number,
  ) {}

  user = (random: Random) => random.pick(this.#users)
  group = (random: Random) => random.pick(this.#groups)
  cursor = (random: Random) => random.pick(this.#cursors)

  /** Makes who is missing again, and takes fresh cursors. */
  async fill() {
    await this.#fill('/Users', this.#users, USERS, (name) => ({ schemas: [USER], userName: `${name}@x.example` }))
    await this.#fill('/Groups', this.#groups, GROUPS, (name) => ({ schemas: [GROUP], displayName: name }))
    const pages = ['/Users?cursor=&count=2', '/Users?cursor=&count=10&sortBy=userName', '/Groups?cursor=&count=2']
    this.#cursors = []
    for (const page of pages) this.#cursors.push(String(valueAt((await this.ask('GET', page)).body, 'nextCursor')))
  }

  async #fill(endpoint: string, ids: string[], count: number, make: (name: string) => JsonObject) {
    for (let place = 0; place < count; place++) {
      const there = ids[place] !== undefined && (await this.ask('GET', `${endpoint}/${ids[place]}`)).status === 200
      if (there) continue
      const name = `pool.${this.seed}.${Date.now().toString(36)}.${this.#made++}`
      const { status, body } = await this.ask('POST', endpoint, make(name))
      if (status !== 201) throw new Error(`POST ${endpoint}: ${status} ${JSON.stringify(body)}`)
      ids[place] = String(valueAt(body, 'id'))
    }
  }
}
