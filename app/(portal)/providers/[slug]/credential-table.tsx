import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'

const head = 'h-8 border-b border-line bg-sunken px-3 text-left text-small font-medium whitespace-nowrap text-ink-2'

/** What a row of such a table shows in each of its cells. */
export const cell = 'h-10 px-3 whitespace-nowrap'

/** A table of what a provider calls with. `children` are its rows. */
export function CredentialTable({
  caption,
  columns,
  children,
}: {
  caption: string
  columns: [string, ...ReactNode[]]
  children: ReactNode
}) {
  return (
    <div className="overflow-x-auto rounded-m border border-line" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full border-separate border-spacing-0 text-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={`${head} ${index === 0 ? 'pl-3.5' : ''}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr+tr>*]:border-t [&>tr+tr>*]:border-line">{children}</tbody>
      </table>
    </div>
  )
}

export const actionsColumn = <span className="sr-only">actionsColumn</span>

/** When it was made, and by whom. */
export const Made = ({ createdAt, createdBy }: { createdAt: Date; createdBy: string | null }) => (
  <td className={cell}>
    <Time at={createdAt.toISOString()} />
    <span className="text-ink-2 max-narrow:hidden">{createdBy ? ` by ${createdBy}` : ' at start'}</span>
  </td>
)

/** When it was last used, and from where. */
export const LastUsed = ({ at, from }: { at: Date | null; from: string | null }) => (
  <td className={cell}>
    {at ? (
      <>
        <Time at={at.toISOString()} />
        {from && <span className="text-ink-2 max-narrow:hidden"> from {from}</span>}
      </>
    ) : (
      <span className="text-ink-2">Never</span>
    )}
  </td>
)

/** Those that no longer work, folded away. */
export const Ended = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details>
    <summary className="w-fit text-ink-2 hover:text-ink">{summary}</summary>
    <div className="pt-2">{children}</div>
  </details>
)

/** In place of the table, when nothing works. */
export const NoneWorks = ({ children }: { children: ReactNode }) => (
  <p className="rounded-m border border-dashed border-line-strong px-3.5 py-3 text-ink-2">{children}</p>
)
