import { beginning, textParts } from './hidden-characters'

/** As much of a text as is drawn: a name of a megabyte would stop the page. */
const most = 2000

/**
 * A text that somebody else wrote. Whatever it holds it stays in its place: it reorders nothing around it, and characters
 * that nobody sees have a mark. `longest` cuts it; the whole is where it is copied. `lines` leaves line breaks as they are.
 */
export function Shown({ text, longest = most, lines }: { text: string; longest?: number; lines?: boolean }) {
  const cut = beginning(text, longest)
  const parts = lines
    ? cut.split(/(\n)/).flatMap((line) => (line === '\n' ? [{ text: line }] : textParts(line)))
    : textParts(cut)
  return (
    <bdi>
      {parts.map((part, at) =>
        part.hidden ? (
          <span
            key={at}
            title="A character that is not seen"
            className="mono mx-px rounded-s bg-warn-tint px-0.5 text-warn"
          >
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
      {cut.length < text.length && (
        <span className="text-ink-2">… {text.length.toLocaleString('en')} characters in all</span>
      )}
    </bdi>
  )
}
