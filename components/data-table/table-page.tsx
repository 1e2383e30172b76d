'use client'

import type { ReactNode } from 'react'
import type { SavedView } from '@/lib/tables/saved-view'
import { FilterBar } from '../filters/filter-bar'
import { SavedFilters } from '../filters/saved-filters'
import { PageHeader } from '../shell/page-header'
import { TableBody } from './table-body'
import { DroppedNotice } from './dropped-notice'
import { TableTools } from './table-tools'
import { TableViewProvider, type TableViewProps } from './table-view'

interface Parts {
  /** Parameters of the address that meant nothing. */
  dropped: string[]
  saved: SavedView[]
  /** One line under the title; ends with a link to help. */
  purpose: ReactNode
  /** Further buttons of the header, the help button last. */
  tools?: ReactNode
  /** Stands first in the filter bar. */
  filterLead?: ReactNode
  /** Stands between filters and table. */
  above?: ReactNode
  /** Given while there is not one row, whatever the filters: how to get the first. Takes the place of filters and table. */
  nothingYet?: ReactNode
  /** The open row's <RowDrawer>. */
  drawer?: ReactNode
}

/** A table page: everything right of the sidebar. The server searches; this shows, and asks for other views. */
export function TablePage({
  dropped,
  saved,
  purpose,
  tools,
  filterLead,
  above,
  nothingYet,
  drawer,
  ...table
}: TableViewProps & Parts) {
  // Fragments around what the server drew: while its code still loads React can't see that it needs no key.
  return (
    <TableViewProvider {...table}>
      <PageHeader title={table.spec.title} purpose={purpose} actions={<TableTools>{tools}</TableTools>} />
      {!nothingYet && (
        <>
          <SavedFilters saved={saved} />
          <FilterBar lead={filterLead} />
          <>{above}</>
        </>
      )}
      <DroppedNotice dropped={dropped} />
      <TableBody nothingYet={nothingYet} />
      <>{drawer}</>
    </TableViewProvider>
  )
}
