/** The product's mark: a list with one line ticked. */
export const Mark = ({ className }: { className?: string }) => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    className={className}
  >
    <path d="M4 6h9M4 12h6M4 18h9" />
    <path d="m13 13 3 3 5-6" />
  </svg>
)
