import { RowDrawer } from '@/components/data-table/row-drawer'
import { ActiveChip } from '@/components/scim/active-chip'
import { AttributeList } from '@/components/scim/attribute-list'
import { JsonViewer } from '@/components/scim/json-viewer'
import { Shown } from '@/components/ui/shown'
import type { TabSpec } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import { deletedDetails, userDetails, type UserDetails } from '@/lib/directory/portal-details'
import type { Provider } from '@/lib/providers/provider'
import { attributeValues } from '@/lib/tables/attribute-values'
import { GoneDrawer } from '../gone-drawer'
import { historyTab } from '../history/history-tab'
import { registryOf } from '../registry-of'
import { renderedUser } from '../rendered'
import { AsOf } from './as-of'
import { asOfTab, dayOf } from '@/lib/tables/as-of-day'
import { UserGroups } from './user-groups'

/** View of SCIM Users: one user's attribute values, groups and resource. */
export async function UserDrawer({ id, tab, providers }: { id: string; tab?: string; providers: Provider[] }) {
  const user = await userDetails(id)
  const provider = user && providers.find((each) => each.id === user.providerId)
  if (!user || !provider) return <Gone id={id} tab={tab} providers={providers} />
  const registry = registryOf([provider])
  const resource = renderedUser(registry, provider, user)
  return (
    <RowDrawer
      title={<Shown text={user.displayName ?? user.userName} longest={200} />}
      subtitle={<Subtitle user={user} />}
      tabs={[
        { id: 'attributes', label: 'Attribute Values', content: <Values registry={registry} user={user} /> },
        {
          id: 'groups',
          label: `Groups ${user.groups.length}`,
          content: <UserGroups groups={user.groups} provider={provider.slug} />,
        },
        historyTab('users', id, provider.slug),
        asOf(id, provider.slug, tab),
        { id: 'raw', label: 'Raw JSON', content: <JsonViewer value={resource} label="SCIM resource" /> },
      ]}
    />
  )
}

const asOf = (id: string, provider: string, tab: string | undefined): TabSpec => {
  const day = dayOf(tab)
  return {
    id: asOfTab(day),
    label: 'As of',
    content: <AsOf key={id} id={id} provider={provider} {...(day && { day })} />,
  }
}

async function Gone({ id, tab, providers }: { id: string; tab: string | undefined; providers: Provider[] }) {
  const deleted = await deletedDetails('User', id)
  const provider = providers.find((each) => each.id === deleted?.providerId)
  const more = provider ? [historyTab('users', id, provider.slug), asOf(id, provider.slug, tab)] : []
  return <GoneDrawer noun="user" deleted={deleted} more={more} />
}

const Subtitle = ({ user }: { user: UserDetails }) => (
  <p className="flex flex-wrap items-center gap-x-2">
    <span className="[overflow-wrap:anywhere]">
      <Shown text={user.lastRealName ?? user.userName} longest={200} />
    </span>
    <ActiveChip state={user.active ? 'active' : 'inactive'} />
    {!user.active && user.deactivatedAt && (
      <span>
        since <Time at={user.deactivatedAt.toISOString()} />
      </span>
    )}
  </p>
)

function Values({ registry, user }: { registry: ReturnType<typeof registryOf>; user: UserDetails }) {
  const values = attributeValues(registry, { ...user.document, id: user.id })
  const shown = values.flatMap(({ path, urn, value }) => (value === null ? [] : [{ name: path, urn, value }]))
  const without = values.filter(({ value }) => value === null)
  return (
    <>
      <AttributeList items={shown} />
      {without.length > 0 && (
        <p className="mt-3 text-table text-ink-2">
          Supported in policy, but without a value: {without.map(({ name }) => name).join(', ')}.
        </p>
      )}
      {user.formerUserName && (
        <p className="mt-3 text-table text-ink-2">
          Former user name: <Shown text={user.formerUserName} />
        </p>
      )}
    </>
  )
}
