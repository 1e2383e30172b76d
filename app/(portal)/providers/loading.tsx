import { PageHeader } from '@/components/shell/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <PageHeader title="Identity providers" purpose="Who may write users and groups here." />
      <div role="status" aria-label="Loading" className="grow border-t border-line bg-surface">
        <div className="h-8 border-b border-line bg-sunken" />
        {['w-40', 'w-52', 'w-32'].map((width) => (
          <div key={width} className="flex h-10 items-center gap-6 border-b border-line px-4 narrow:px-6">
            <Skeleton className={width} />
            <Skeleton className="w-10" />
            <Skeleton className="w-72" />
            <Skeleton className="w-16" />
          </div>
        ))}
      </div>
    </>
  )
}
