// npm run bench. Plain JavaScript without packages, since there may be none yet; e2e/bench/main.ts does the work.
import { runPrepared } from '../product/run-prepared.mjs'

await runPrepared('e2e/bench/main.ts', 'BENCH_DATABASE_URL')
