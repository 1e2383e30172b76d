import Link from 'next/link'
import { RowDrawer } from '@/components/data-table/row-drawer'
import { Fact, FactList } from '@/components/scim/fact-list'
import { Shown } from '@/components/ui/shown'
import type { TabSpec } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import type { DeletedDetails } from '@/lib/directory/portal-details'

/** The open row is no more: what is left of it, or that nothing is known. */
export function GoneDrawer({
  noun,
  deleted,
  more = [],
}: {
  noun: string
  deleted: DeletedDetails | undefined
  /** Tabs beside what is left of a deleted one. */
  more?: TabSpec[]
}) {
  const content = deleted ? (
    <FactList>
      <Fact label="Deleted">
        <Time at={deleted.deletedAt.toISOString()} exact />
      </Fact>
      <Fact label="By call" mono copy={deleted.requestId}>
        <Link href={`/sync-logs?open=${deleted.requestId}`} className="link">
          {deleted.requestId}
        </Link>
      </Fact>
      <Fact label="Internal id" mono copy={deleted.id}>
        {deleted.id}
      </Fact>
      {deleted.externalId && (
        <Fact label="IdP id" mono copy={deleted.externalId}>
          {deleted.externalId}
        </Fact>
      )}
      <Fact label="Created">
        <Time at={deleted.createdAt.toISOString()} exact />
      </Fact>
    </FactList>
  ) : (
    <p className="text-ink-2">No {noun} has this id. The address may be of another installation, or mistyped.</p>
  )
  return (
    <RowDrawer
      title={<Shown text={deleted?.name ?? `Unknown ${noun}`} longest={200} />}
      subtitle={deleted && `This ${noun} was deleted.`}
      tabs={[{ id: 'left', label: deleted ? 'What is left' : 'Not found', content }, ...more]}
    />
  )
}
