import type { Metadata } from 'next'
import { HelpButton } from '@/components/help/help-button'
import { HelpLink } from '@/components/help/help-link'
import { TablePage } from '@/components/data-table/table-page'
import { hasCalls } from '@/lib/sync-log/search'
import type { SearchParams } from '@/lib/tables/view-state'
import { nothingYet } from '../nothing-yet'
import { outcomeOf } from '../outcome'
import { pageSpecs } from '../page-specs'
import { ProviderFilter } from '../provider-filter'
import { optionsOf } from '../provider-names'
import { readTable } from '../read-table'
import { tableActions } from '../table-action-set'
import { CallHistogram } from './call-histogram'
import { LiveCalls } from './live-calls'
import { LogDrawer } from './log-drawer'
import { syncLogsTable } from './sync-logs-table'

export const metadata: Metadata = { title: 'SCIM Sync Logs' }

export default async function SyncLogsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { chosen, providers, ...table } = await readTable(pageSpecs['sync-logs'], searchParams)
  const outcome = await outcomeOf(() => syncLogsTable(table.view, chosen))
  return (
    <TablePage
      {...table}
      outcome={outcome}
      actions={tableActions}
      purpose={
        <span>
          Every change that {chosen.length === 1 ? chosen[0]?.name : 'an identity provider'} asked for, and what became
          of it. <HelpLink article="reading-a-log-row">Reading a log row</HelpLink>
        </span>
      }
      filterLead={<ProviderFilter providers={optionsOf(providers)} />}
      above={'expression' in outcome ? null : <CallHistogram />}
      tools={
        <>
          <LiveCalls />
          <HelpButton article="sync-logs" />
        </>
      }
      nothingYet={await nothingYet(chosen, 'calls', outcome, hasCalls)}
      drawer={table.view.open && <LogDrawer id={table.view.open} providers={providers} />}
    />
  )
}
