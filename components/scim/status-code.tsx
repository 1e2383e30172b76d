import { classNames } from '../ui/class-names'

const tint = (status: number) => {
  if (status < 300) return 'bg-ok-tint text-ok'
  if (status < 400) return 'bg-off-tint text-off'
  return status < 500 ? 'bg-warn-tint text-warn' : 'bg-bad-tint text-bad'
}

/** An HTTP status code, tinted by its class. */
export const StatusCode = ({ status }: { status: number }) => (
  <span className={classNames('mono inline-block rounded-s px-1.5 leading-[18px] font-medium', tint(status))}>
    {status}
  </span>
)
