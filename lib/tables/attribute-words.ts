/** An attribute's name in words: `phoneNumbers` → Phone Numbers. */
export const attributeWords = (name: string) =>
  name
    .replace(/^\$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/^./, (first) => first.toUpperCase())
