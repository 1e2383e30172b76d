import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** An attribute as the product stores it after it was entered: every characteristic said. */
const attribute = (name, more = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

const extensions = [
  {
    id: 'urn:example:hr:2.0:User',
    name: 'HR',
    description: 'What HR keeps of a person.',
    extends: 'User',
    attributes: [
      attribute('costCode'),
      attribute('level', { type: 'integer' }),
      attribute('hired', { type: 'dateTime' }),
      attribute('remote', { type: 'boolean' }),
      attribute('tags', { multiValued: true }),
      attribute('contract', { mutability: 'immutable', caseExact: true }),
      attribute('rank', { mutability: 'readOnly' }),
      attribute('pin', { mutability: 'writeOnly', returned: 'never' }),
      attribute('salary', { type: 'decimal', returned: 'request' }),
      attribute('devices', {
        type: 'complex',
        multiValued: true,
        subAttributes: [attribute('value'), attribute('type'), attribute('since', { type: 'dateTime' })],
      }),
    ],
  },
  {
    id: 'urn:example:team:2.0:Group',
    name: 'Team',
    description: '',
    extends: 'Group',
    attributes: [attribute('code', { required: true }), attribute('members', { multiValued: true })],
  },
]

/**
 * Puts a provider with extension schemas beside the others, while the product does not run.
 * @param where {url} of a PostgreSQL server, or {dataDir}: the product's data folder
 */
export async function addExtendedProvider(where, slug, token) {
  const values = [randomUUID(), slug, JSON.stringify(extensions), randomUUID(), tokenHash(token), token.slice(-4)]
  const database = await connect(where)
  await database.query(
    `with made as (
      insert into providers (id, slug, name, extensions, created_at, updated_at)
      values ($1, $2, $2, $3, now(), now()) returning id
    ) insert into tokens (id, provider_id, hash, last_four, created_at) select $4, id, $5, $6, now() from made`,
    values,
  )
  await database.close()
}

const tokenHash = (token) => createHash('sha256').update(token).digest()

/** Packages are imported here: there may be none yet when `npm test` begins. */
async function connect({ url, dataDir }) {
  if (!url) {
    const { PGlite } = await import('@electric-sql/pglite')
    const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm')
    return PGlite.create({ dataDir: join(dataDir, 'database'), extensions: { pg_trgm } })
  }
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return { query: (...args) => client.query(...args), close: () => client.end() }
}
