'use client'

import type { ComponentProps } from 'react'
import { Button, type ButtonLook } from './button'
import { classNames } from './class-names'
import { Tooltip } from './tooltip'

/** A square button whose one child is an icon. `label` is its name and its tooltip. */
export function IconButton({
  label,
  side,
  className,
  look,
  ...props
}: ComponentProps<'button'> & { label: string; side?: 'top' | 'right' | 'bottom' | 'left'; look?: ButtonLook }) {
  return (
    <Tooltip label={label} side={side}>
      <Button aria-label={label} look={look} className={classNames('w-[30px] px-0!', className)} {...props} />
    </Tooltip>
  )
}
