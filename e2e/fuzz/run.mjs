// npm run fuzz. Plain JavaScript without packages, since there may be none yet; e2e/fuzz/main.ts does the work.
import { runPrepared } from '../product/run-prepared.mjs'

await runPrepared('e2e/fuzz/main.ts', 'TEST_DATABASE_URL')
