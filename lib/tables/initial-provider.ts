/**
 * The provider that a page shows when its URL names none: the last one chosen, where it still exists, else the first.
 * `''` when there is no provider at all.
 */
export function initialProvider(remembered: string | undefined, slugs: string[], allProviders?: boolean): string {
  if (remembered === 'all' && allProviders && slugs.length > 0) return 'all'
  return slugs.find((slug) => slug === remembered) ?? slugs[0] ?? ''
}
