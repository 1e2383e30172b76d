import { RowDrawer } from '@/components/data-table/row-drawer'
import { Fact, FactList } from '@/components/scim/fact-list'
import { JsonViewer } from '@/components/scim/json-viewer'
import { Shown } from '@/components/ui/shown'
import { Time } from '@/components/ui/time'
import { deletedDetails, groupDetails, type GroupDetails } from '@/lib/directory/portal-details'
import { groupTotals } from '@/lib/directory/portal-group-totals'
import type { Provider } from '@/lib/providers/provider'
import { GoneDrawer } from '../gone-drawer'
import { historyTab } from '../history/history-tab'
import { registryOf } from '../registry-of'
import { renderedGroup } from '../rendered'
import { GroupMembers } from './group-members'

/** View of SCIM Groups: one group's members and resource. */
export async function GroupDrawer({ id, providers }: { id: string; providers: Provider[] }) {
  const group = await groupDetails(id)
  const provider = group && providers.find((each) => each.id === group.providerId)
  if (!group || !provider) return <Gone id={id} providers={providers} />
  const totals = (await groupTotals([id])).get(id) ?? { total: 0, active: 0 }
  const counted = (n: number) => n.toLocaleString('en')
  return (
    <RowDrawer
      title={<Shown text={group.displayName} longest={200} />}
      subtitle={`${counted(totals.total)} ${totals.total === 1 ? 'user' : 'users'}, ${counted(totals.active)} active`}
      tabs={[
        { id: 'members', label: 'Members', content: <GroupMembers id={id} provider={provider.slug} /> },
        historyTab('groups', id, provider.slug),
        { id: 'about', label: 'About', content: <About group={group} provider={provider} /> },
        {
          id: 'raw',
          label: 'Raw JSON',
          content: <JsonViewer value={renderedGroup(registryOf([provider]), provider, group)} label="SCIM resource" />,
        },
      ]}
    />
  )
}

async function Gone({ id, providers }: { id: string; providers: Provider[] }) {
  const deleted = await deletedDetails('Group', id)
  const provider = providers.find((each) => each.id === deleted?.providerId)
  return <GoneDrawer noun="group" deleted={deleted} more={provider ? [historyTab('groups', id, provider.slug)] : []} />
}

const About = ({ group, provider }: { group: GroupDetails; provider: Provider }) => (
  <FactList>
    <Fact label="Identity provider">{provider.name}</Fact>
    <Fact label="Internal Group ID" mono copy={group.id}>
      {group.id}
    </Fact>
    {group.externalId && (
      <Fact label="IdP SCIM Group ID" mono copy={group.externalId}>
        {group.externalId}
      </Fact>
    )}
    <Fact label="Last updated">
      <Time at={group.updatedAt.toISOString()} exact />
    </Fact>
    <Fact label="Created">
      <Time at={group.createdAt.toISOString()} exact />
    </Fact>
  </FactList>
)
