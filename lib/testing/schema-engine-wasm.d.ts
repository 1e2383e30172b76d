// The package types its JavaScript glue but not the module that the WebAssembly is linked with.
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  import type { SchemaEngine as Engine, ConstructorOptions } from '@prisma/schema-engine-wasm'
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void
  export const SchemaEngine: {
    new (options: ConstructorOptions, log: (line: string) => void, adapter: unknown): Promise<Engine>
  } & { new: (options: ConstructorOptions, log: (line: string) => void, adapter: unknown) => Promise<Engine> }
}
