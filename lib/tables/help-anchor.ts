/** The part of an article that explains a column or an attribute of this title, as lib/help makes it of the article's text. */
export const helpAnchor = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
