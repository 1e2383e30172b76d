/** The page numbers to offer: first, last, and the current one with its neighbours; `undefined` where some are left out. */
export function pageWindow(page: number, pages: number): (number | undefined)[] {
  const near = page <= 3 ? [1, 2, 3] : page >= pages - 2 ? [pages - 2, pages - 1, pages] : [page - 1, page, page + 1]
  const shown = [...new Set([1, ...near, pages])].filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b)
  return shown.flatMap((each, at) => {
    const gap = each - (shown[at - 1] ?? 0)
    if (gap === 2) return [each - 1, each]
    return gap > 2 ? [undefined, each] : [each]
  })
}
