import type { Outcome } from './bucket-words'

/** Fills that differ without colour: even, hatched, cross-hatched. */
export const outcomeFill = (id: string, outcome: Outcome) =>
  outcome === 'accepted' ? 'var(--line-strong)' : `url(#${id}-${outcome})`

/** The hatchings that `outcomeFill` names; stands inside the <svg> that uses them. */
export const OutcomePatterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-refused`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--warn-tint)" />
      <rect width="2.6" height="5" fill="var(--warn)" />
    </pattern>
    <pattern id={`${id}-failed`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" fill="var(--bad)" />
      <path d="M0 0H4M0 0V4" stroke="var(--bg)" strokeWidth="1" />
    </pattern>
    <pattern id={`${id}-uncounted`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1" height="8" fill="var(--line)" />
    </pattern>
  </defs>
)
