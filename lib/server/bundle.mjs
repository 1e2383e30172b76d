// node lib/server/bundle.mjs <outfile>: the production server as one file; packages stay outside.
import { build } from 'esbuild'

await build({
  entryPoints: ['lib/server/main.ts'],
  outfile: process.argv[2],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  // It refuses to be loaded outside a server component.
  alias: { 'server-only': './node_modules/server-only/empty.js' },
  sourcemap: true,
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
})
