'use client'

import { Radio } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Time } from '@/components/ui/time'

const EVERY = 5000

/** Looks again every few seconds while the page is in view, so that the first person appears by itself. */
export function Waiting({ since, detail }: { since: string; detail: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), EVERY)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div className="mt-4 flex items-start gap-2 rounded-m border border-line bg-sunken px-2.5 py-2 text-table">
      <Radio className="icon mt-px text-ink-2" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-[560] text-ink">Waiting for the first call</p>
        <p>
          Listening since <Time at={since} exact />. {detail}
        </p>
      </div>
    </div>
  )
}
