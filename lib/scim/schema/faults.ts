/** Takes what is wrong with a document, each at its place: `attributes[3].type: …`. */
export interface FaultSink {
  readonly list: readonly string[]
  add(place: string, message: string): void
}

const MOST_FAULTS = 50

/** A new, empty sink. It lists the first fifty, and says how many more there are. */
export function takeFaults(): FaultSink {
  const faults: string[] = []
  return {
    get list() {
      const more = faults.length - MOST_FAULTS
      return more > 0 ? [...faults.slice(0, MOST_FAULTS), `${more} more.`] : faults
    },
    add(place, message) {
      faults.push(place ? `${place}: ${message}` : message)
    },
  }
}

/** A choice in words: `a, b or c`. */
export const choiceOf = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
