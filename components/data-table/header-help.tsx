import { helpAnchor } from '@/lib/tables/help-anchor'
import type { ColumnSpec, PageId } from '@/lib/tables/spec'
import { classNames } from '../ui/class-names'

/**
 * Leads to what the page's article says about a column; its table hears it (cell-help.tsx). It takes no room: it lies over the
 * title's end while it is wanted.
 */
export const HeaderHelp = ({ page, column }: { page: PageId; column: ColumnSpec }) => (
  <a
    href={`/help/${page}#${helpAnchor(column.title)}`}
    data-help={page}
    data-anchor={helpAnchor(column.title)}
    aria-label={`Help: ${column.title}`}
    title={`Help: ${column.title}`}
    className={classNames(
      'help-icon absolute top-1 grid size-6 place-items-center rounded-s bg-sunken text-ink-2 opacity-0 group-hover/head:opacity-100 hover:text-ink focus-visible:opacity-100',
      column.align === 'right' ? 'left-1' : 'right-2',
    )}
  />
)
