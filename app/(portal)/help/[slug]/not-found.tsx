import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'

export default function NotFound() {
  return (
    <PageHeader
      title="No such article"
      purpose={
        <>
          It may have been renamed. See{' '}
          <Link href="/help" className="link">
            all articles
          </Link>
          .
        </>
      }
    />
  )
}
