/**
 * Characters that are not seen but change what is: controls of the writing direction, which make a name read as another,
 * zero-width ones, line breaks in a name, and control codes. Joiners count next to Latin letters only: emoji and other
 * scripts need them.
 */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB]|(?<=[\p{Script=Latin}\d@._-]|^)[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Latin}\d@._-]|$)/gu

const marks: Record<string, string> = { '\n': '↵', '\r': '↵', '\t': '⇥' }

/** A stretch of a text, or a character that is not seen: the mark that stands for it. */
export interface TextPart {
  text: string
  hidden?: true
}

/** Code points are four digits at least: `U+202E`. */
const markOf = (character: string) =>
  marks[character] ?? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** A text as the stretches that are seen and the marks of what is not, in order; a CR LF is one break. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  const shown = text.replaceAll('\r\n', '\n')
  for (const { 0: character, index } of shown.matchAll(HIDDEN)) {
    if (index > from) parts.push({ text: shown.slice(from, index) })
    parts.push({ text: markOf(character), hidden: true })
    from = index + character.length
  }
  if (from < shown.length) parts.push({ text: shown.slice(from) })
  return parts
}

/** The same where there can be no markup (a title, a name for screen readers): `ann[U+202E]gpj`. */
export const markedText = (text: string): string =>
  textParts(text)
    .map((part) => (part.hidden ? `[${part.text}]` : part.text))
    .join('')

/** The beginning of a text, never half a character: `length` UTF-16 units at most. */
export const beginning = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
