import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const field =
  'rounded-m border border-line-strong bg-surface text-ink disabled:opacity-60 aria-invalid:border-bad focus-visible:outline-offset-0'

/** A one-line text field. Its label comes from <Field> or `aria-label`. */
export const Input = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={classNames(field, 'h-[30px] w-full min-w-0 px-2', className)} {...props} />
)

/** The browser's own select: it works with every keyboard, reader and phone. */
export const Select = ({ className, ...props }: ComponentProps<'select'>) => (
  <select className={classNames(field, 'h-[30px] px-1.5', className)} {...props} />
)

/** A text of several lines. */
export const TextArea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea className={classNames(field, 'w-full min-w-0 px-2 py-1', className)} {...props} />
)
