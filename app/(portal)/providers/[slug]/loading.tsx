import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <PageHeader title="Identity provider" purpose="Endpoint, tokens and SCIM Sync." />
      <div role="status" aria-label="Loading" className="grow border-t border-line bg-surface px-4 py-6 narrow:px-6">
        <div className="grid max-w-[760px] gap-4">
          <Skeleton className="w-28" />
          <Skeleton className="h-[54px]! w-full" />
          <Skeleton className="h-[54px]! w-full" />
        </div>
      </div>
    </>
  )
}
