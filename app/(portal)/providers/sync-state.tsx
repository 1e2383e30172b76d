/** Whether a provider may write: a dot and a word. */
export const SyncState = ({ on }: { on: boolean }) => (
  <span className={`inline-flex items-center gap-1.5 ${on ? 'text-ok' : 'text-off'}`}>
    <span
      aria-hidden
      className={`size-[7px] rounded-full ${on ? 'bg-current' : 'ring-[1.5px] ring-current ring-inset'}`}
    />
    {on ? 'On' : 'Off'}
  </span>
)
