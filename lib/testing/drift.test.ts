import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaEngine, migrationList, noFilters } from './schema-engine'

test('prisma/migrations and schema.prisma say the same', async () => {
  const { engine, dispose } = await schemaEngine()
  try {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...migrationList('prisma/migrations') },
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: 'schema.prisma', content: readFileSync('prisma/schema.prisma', 'utf8') }],
      },
      script: true,
      exitCode: true,
      filters: noFilters,
    })
    expect(difference.exitCode, difference.stdout ?? '').toBe(0)
  } finally {
    await dispose()
  }
})
