// Makes the Prisma client in lib/db/generated. Generating needs no schema engine, yet Prisma downloads one first;
// naming any executable in its place keeps the install working where only a package registry can be reached.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(
  process.execPath,
  ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts', '--no-hints'],
  {
    stdio: process.env.VERBOSE ? 'inherit' : ['ignore', 'ignore', 'inherit'],
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', ...process.env },
  },
)
process.exit(status ?? 1)
