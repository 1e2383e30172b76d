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
import { NameIdCheck } from './name-id-check'
import { UserDrawer } from './user-drawer'
import { usersTable } from './users-table'

export const metadata: Metadata = { title: 'SCIM Users' }

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { chosen, providers, ...table } = await readTable(pageSpecs.users, searchParams)
  const outcome = await outcomeOf(() => usersTable(table.view, chosen, attributePaths(table.settings.order)))
  return (
    <TablePage
      {...table}
      outcome={outcome}
      actions={tableActions}
      purpose={
        <span>
          People that {whoHas(chosen)} pushed.{' '}
          <HelpLink article="why-is-someone-missing">Why is someone missing?</HelpLink>
        </span>
      }
      filterLead={<ProviderFilter providers={optionsOf(providers)} />}
      tools={
        <>
          <NameIdCheck />
          <HelpButton article="users" />
        </>
      }
      nothingYet={await nothingYet(chosen, 'users', outcome, (ids) => hasAny('users', ids))}
      drawer={table.view.open && <UserDrawer id={table.view.open} tab={table.view.tab} providers={providers} />}
    />
  )
}
