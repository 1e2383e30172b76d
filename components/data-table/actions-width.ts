import type { TableSpec } from '@/lib/tables/spec'

/** Pixels that the actions of a row take: View, where rows open, and the button of its menu. */
export const actionsWidth = (spec: TableSpec) => (spec.opens ? 92 : 44)
