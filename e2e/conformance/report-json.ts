import type { Result } from '@/lib/idp-clients/conformance/check'
import { count, LEVELS } from './totals'

/** The report for programs. @param left paths of resources that could not be deleted */
export const asJson = (url: string, results: Result[], left: string[], exitCode: number) =>
  JSON.stringify(
    {
      version: 1,
      url,
      totals: {
        ...count(results),
        levels: Object.fromEntries(LEVELS.map((level) => [level, count(results.filter((one) => one.level === level))])),
      },
      exitCode,
      left,
      results,
    },
    null,
    2,
  )
