const name = 'help-found'

/**
 * Marks the words of a text that begin as one of those that were looked for, and scrolls to the first. Drawn by the browser
 * (CSS Custom Highlight), so that the text stays what React made of it; where there is no such thing nothing is marked.
 * @returns takes the marks away
 */
export function markWords(within: Element, asked: string): () => void {
  const words = asked.match(/[\p{L}\p{N}]+/gu)
  if (!words || !('highlights' in CSS)) return () => {}
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})[\\p{L}\\p{N}]*`, 'giu')
  const ranges: Range[] = []
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(wanted)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      ranges.push(range)
    }
  if (ranges.length === 0) return () => {}
  CSS.highlights.set(name, new Highlight(...ranges))
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  return () => CSS.highlights.delete(name)
}
