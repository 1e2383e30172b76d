/** Where the panel stands, in CSS pixels from the window's top left corner. */
export interface Place {
  left: number
  top: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

const margin = 8
const smallest: Size = { width: 300, height: 240 }

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, Math.max(low, high)))

/** The nearest place at which the whole panel can be seen. */
export function fit(place: Place, window: Size): Place {
  const width = between(smallest.width, place.width, window.width - 2 * margin)
  const height = between(smallest.height, place.height, window.height - 2 * margin)
  return {
    width,
    height,
    left: between(margin, place.left, window.width - width - margin),
    top: between(margin, place.top, window.height - height - margin),
  }
}

/** Beside the page's content, clear of its header row. */
export const firstPlace = (window: Size): Place =>
  fit({ width: 420, height: Math.min(660, window.height - 120), left: window.width - 444, top: 72 }, window)

/** Where one click puts the panel, for those who can't drag it (WCAG 2.2, 2.5.7). */
export const presets = {
  right: firstPlace,
  left: (window: Size): Place => fit({ ...firstPlace(window), left: 24 }, window),
  whole: (window: Size): Place => fit({ left: 0, top: 0, ...window }, window),
}

export type Preset = keyof typeof presets

/** The preset after the one where the panel stands: right, left, whole; from anywhere else back to the right. */
export function nextPreset(place: Place, window: Size): Preset {
  const stands = (preset: Preset) => JSON.stringify(fit(place, window)) === JSON.stringify(presets[preset](window))
  return stands('right') ? 'left' : stands('left') ? 'whole' : 'right'
}

export const moved = (place: Place, x: number, y: number, window: Size): Place =>
  fit({ ...place, left: place.left + x, top: place.top + y }, window)

/** Resized by its bottom right corner: the other corners stay where they are. */
export const resized = (place: Place, x: number, y: number, window: Size): Place => ({
  ...place,
  width: between(smallest.width, place.width + x, window.width - place.left - margin),
  height: between(smallest.height, place.height + y, window.height - place.top - margin),
})

export const fontSizes = [12, 13, 14, 16, 18, 20, 24] as const

/** The next larger (+1) or smaller (−1) size of the text; the same at either end. */
export const nextFontSize = (size: number, step: 1 | -1): number => {
  const at = fontSizes.findIndex((one) => one >= size)
  return fontSizes[between(0, (at < 0 ? fontSizes.length - 1 : at) + step, fontSizes.length - 1)]!
}
