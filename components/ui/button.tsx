import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger'

const looks: Record<ButtonLook, string> = {
  plain: 'border-line bg-surface text-ink [&>svg]:text-ink-2 enabled:hover:border-line-strong',
  primary: 'border-accent bg-accent text-accent-ink enabled:hover:brightness-110',
  quiet: 'border-transparent text-ink-2 enabled:hover:bg-off-tint enabled:hover:text-ink',
  danger: 'border-bad bg-surface text-bad enabled:hover:bg-bad-tint',
}
const shape =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-m border font-medium whitespace-nowrap transition-colors duration-120 [&>svg]:icon'

interface Look {
  look?: ButtonLook
  /** 36 px high: the one action of a page such as sign-in. */
  large?: boolean
}

/** A button; `type` is `button` unless said otherwise. A disabled one keeps its words readable. */
export function Button({ look = 'plain', large, className, ...props }: ComponentProps<'button'> & Look) {
  return (
    <button
      type="button"
      className={classNames(
        shape,
        large ? 'h-9 px-4' : 'h-[30px] px-2.5',
        looks[look],
        'disabled:cursor-default disabled:opacity-60',
        className,
      )}
      {...props}
    />
  )
}
