import type { Metadata } from 'next'
import { HelpButton } from '@/components/help/help-button'
import { HelpLink } from '@/components/help/help-link'
import { TablePage } from '@/components/data-table/table-page'
import { attributesSpec } from '@/lib/tables/specs/attributes'
import type { SearchParams } from '@/lib/tables/view-state'
import { NothingYet } from '../nothing-yet'
import { outcomeOf } from '../outcome'
import { ProviderFilter } from '../provider-filter'
import { optionsOf } from '../provider-names'
import { readTable } from '../read-table'
import { tableActions } from '../table-action-set'
import { attributesTable } from './attributes-table'

export const metadata: Metadata = { title: attributesSpec.title }

export default async function AttributesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { chosen, providers, ...table } = await readTable(() => attributesSpec, searchParams)
  const [provider] = chosen
  const shown = provider?.enabled ? provider : undefined
  const outcome = await outcomeOf(() => attributesTable(table.view, provider))
  return (
    <TablePage
      {...table}
      outcome={outcome}
      actions={tableActions}
      purpose={
        <span>
          What {provider?.name ?? 'an identity provider'} can send, and what policies can use.{' '}
          <HelpLink article="username-and-nameid">Username and the SAML NameID</HelpLink>
        </span>
      }
      filterLead={<ProviderFilter providers={optionsOf(providers)} />}
      tools={<HelpButton article="attributes" />}
      nothingYet={!shown && <NothingYet chosen={chosen} what="attributes" />}
    />
  )
}
