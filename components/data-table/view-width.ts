/** Pixels that the View action of a row takes. */
export const viewWidth = 64
