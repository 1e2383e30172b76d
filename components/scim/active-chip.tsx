import { classNames } from '../ui/class-names'

const states = {
  active: { word: 'Active', tone: 'text-ok', dot: 'bg-current' },
  inactive: { word: 'Inactive', tone: 'text-off', dot: 'ring-[1.5px] ring-current ring-inset' },
  deleted: { word: 'Deleted', tone: 'text-bad', dot: 'ring-[1.5px] ring-current ring-inset' },
}

/** Whether a user may come in: a dot and a word. */
export function ActiveChip({ state }: { state: keyof typeof states }) {
  const { word, tone, dot } = states[state]
  return (
    <span className={classNames('inline-flex items-center gap-1.5', tone)}>
      <span className={classNames('size-[7px] rounded-full', dot)} aria-hidden />
      {word}
    </span>
  )
}
