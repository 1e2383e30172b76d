import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'

const require = createRequire(import.meta.url)

export const noFilters: SchemaFilter = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine as WebAssembly over a database in memory, so that migrations can be compared and drafted
 * without the engine's download. One per process: the module keeps its state in globals.
 */
export async function schemaEngine(): Promise<{ engine: SchemaEngine; dispose: () => Promise<void> }> {
  const opened: PGlite[] = []
  const fresh = async () => {
    const database = await PGlite.create({ extensions: { pg_trgm } })
    opened.push(database)
    const adapter = await new PrismaPGlite(database).connect()
    // The adapter's own executeScript is not awaited: a migration that fails would count as applied.
    adapter.executeScript = async (script: string) => void (await database.exec(script))
    return adapter
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } })
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  const engine: SchemaEngine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: '@rollcall/pglite',
      connect: fresh,
      connectToShadowDb: fresh,
    }),
  )
  return { engine, dispose: async () => void (await Promise.all(opened.map((database) => database.close()))) }
}

/** The folder of migrations as the engine takes it. */
export function migrationList(directory: string): MigrationList {
  const names = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const lockfile = `${directory}/migration_lock.toml`
  return {
    baseDir: directory,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(`${directory}/${name}/migration.sql`, 'utf8') },
        },
      })),
  }
}
