import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'

export default function NotFound() {
  return (
    <PageHeader
      title="No such identity provider"
      purpose={
        <>
          Nothing has this slug. See all{' '}
          <Link href="/providers" className="link">
            Identity providers
          </Link>
          .
        </>
      }
    />
  )
}
