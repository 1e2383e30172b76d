/** What is looked at of a node of rehype's tree. */
interface Node {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
}

/**
 * Gives what an article's lists and tables explain (the bold words that an item begins with, a row's first cell) the anchor
 * of its term, so that links lead to it.
 * @param terms anchors by the text as it is read; each is given away once
 */
export function termAnchors(terms: Map<string, string>) {
  const give = (node: Node | undefined) => {
    const text = node && textOf(node).replace(/\s+/g, ' ').trim()
    const anchor = text && terms.get(text)
    if (!node?.properties || !anchor) return
    terms.delete(text)
    node.properties['id'] = anchor
  }
  const lead = (node: Node) => {
    if (node.tagName === 'p') node.children?.forEach(lead)
    else if (node.tagName === 'strong') give(node)
  }
  return function look(node: Node) {
    if (node.tagName === 'li') node.children?.forEach(lead)
    else if (node.tagName === 'tr') give(node.children?.find(({ type }) => type === 'element'))
    node.children?.forEach(look)
  }
}

const textOf = ({ value = '', children }: Node): string => (children ? children.map(textOf).join('') : value)
