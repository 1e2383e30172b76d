'use client'

import { useTableView } from '@/components/data-table/table-view'
import { Menu, MenuChoice } from '@/components/ui/menu'
import type { Option } from '@/lib/tables/spec'

/** Which identity provider's rows the table shows: the sidebar's choice, where the other filters are. It applies at once. */
export function ProviderFilter({ providers }: { providers: Option[] }) {
  const { spec, view, go } = useTableView()
  const options =
    spec.allProviders && providers.length > 1 ? [...providers, { value: 'all', label: 'all providers' }] : providers
  const current = options.find(({ value }) => value === view.provider)
  if (!current) return null
  const choose = (provider: string) =>
    go({ provider, page: 1, cursor: undefined, open: undefined, tab: undefined, saved: undefined })
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="inline-flex h-[30px] max-w-full min-w-0 items-center gap-1.5 rounded-m border border-line bg-surface px-2 whitespace-nowrap hover:border-line-strong"
        >
          <span className="text-ink-2">IdP</span>
          <span className="text-accent">is</span>
          <span className="truncate font-medium">{current.label}</span>
        </button>
      }
    >
      <MenuChoice label="Identity provider" value={view.provider} onChange={choose} options={options} />
    </Menu>
  )
}
