import type { TabSpec } from '@/components/ui/tabs'
import { History } from './history'

/** The tab of a drawer that tells what changed a user or group; `provider` is a slug. */
export const historyTab = (of: 'users' | 'groups', id: string, provider: string): TabSpec => ({
  id: 'history',
  label: 'History',
  content: <History key={id} of={of} id={id} provider={provider} />,
})
