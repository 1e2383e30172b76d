import { classNames } from './class-names'

/** A bar where text will stand; give it a width. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={classNames('block h-3 animate-breathe rounded-s bg-line', className)} />
)
