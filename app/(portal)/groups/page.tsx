import type { Metadata } from 'next'
import { HelpButton } from '@/components/help/help-button'
import { HelpLink } from '@/components/help/help-link'
import { TablePage } from '@/components/data-table/table-page'
import { hasAny } from '@/lib/directory/portal-counts'
import { attributePaths } from '@/lib/tables/attribute-columns'
import type { SearchParams } from '@/lib/tables/view-state'
import { nothingYet } from '../nothing-yet'
import { outcomeOf } from '../outcome'
import { pageSpecs } from '../page-specs'
import { ProviderFilter } from '../provider-filter'
import { optionsOf, whoHas } from '../provider-names'
import { readTable } from '../read-table'
import { tableActions } from '../table-action-set'
import { GroupDrawer } from './group-drawer'
import { groupsTable } from './groups-table'

export const metadata: Metadata = { title: 'SCIM Groups' }

export default async function GroupsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { chosen, providers, ...table } = await readTable(pageSpecs.groups, searchParams)
  const outcome = await outcomeOf(() => groupsTable(table.view, chosen, attributePaths(table.settings.order)))
  return (
    <TablePage
      {...table}
      outcome={outcome}
      actions={tableActions}
      purpose={
        <span>
          Groups that {whoHas(chosen)} pushed. <HelpLink article="groups">Who is counted</HelpLink>
        </span>
      }
      filterLead={<ProviderFilter providers={optionsOf(providers)} />}
      tools={<HelpButton article="groups" />}
      nothingYet={await nothingYet(chosen, 'groups', outcome, (ids) => hasAny('groups', ids))}
      drawer={table.view.open && <GroupDrawer id={table.view.open} providers={providers} />}
    />
  )
}
