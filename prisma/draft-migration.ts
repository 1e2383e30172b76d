// npm run migration -- <name>: writes the SQL that takes prisma/migrations to schema.prisma into a new migration.
// Collations, checks, partial and expression indexes are yours to add: the engine does not know them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { migrationList, noFilters, schemaEngine } from '@/lib/testing/schema-engine'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- name_in_snake_case')
  process.exit(1)
}
const { engine, dispose } = await schemaEngine()
const { stdout } = await engine.diff({
  from: { tag: 'migrations', ...migrationList('prisma/migrations') },
  to: {
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content: readFileSync('prisma/schema.prisma', 'utf8') }],
  },
  script: true,
  exitCode: false,
  filters: noFilters,
})
await dispose()
const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
mkdirSync(folder)
writeFileSync(`${folder}/migration.sql`, stdout ?? '')
console.log(`Wrote ${folder}/migration.sql`)
