/** A thin line along the upper edge of its parent while something loads. */
export const ProgressLine = ({ active }: { active: boolean }) => (
  <div className="pointer-events-none absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden" aria-hidden hidden={!active}>
    <div className="h-full w-1/3 animate-progress bg-accent" />
  </div>
)
