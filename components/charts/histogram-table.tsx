import type { Histogram } from '@/lib/sync-log/histogram'
import { bucketName, outcomes } from './bucket-words'
import { formatNumber } from '../ui/format-number'

/** The histogram's numbers to read. */
export const HistogramTable = ({ histogram: { buckets, bound }, zone }: { histogram: Histogram; zone: string }) => (
  <div
    tabIndex={0}
    role="region"
    aria-label="Calls by time, table"
    className="max-h-56 overflow-auto rounded-m border border-line bg-surface"
  >
    <table className="w-full border-separate border-spacing-0 text-table tabular-nums">
      <caption className="sr-only">Calls by time</caption>
      <thead className="text-small text-ink-2">
        <tr>
          {['Time', 'Accepted', 'Refused', 'Failed'].map((title, at) => (
            <th
              key={title}
              scope="col"
              className={`sticky top-0 border-b border-line bg-sunken px-3 py-1 font-medium ${at ? 'text-right' : 'text-left'}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets.map((bucket, at) => (
          <tr key={bucket.from}>
            <th scope="row" className="border-b border-line px-3 py-1 text-left font-normal whitespace-nowrap">
              {bucketName(bucket, zone)}
            </th>
            {outcomes.map((outcome) => (
              <td key={outcome} className="border-b border-line px-3 py-1 text-right">
                {bound && at < bound.at ? 'not counted' : formatNumber(bucket[outcome])}
                {bound?.at === at && ' or more'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
