import { listed, type Choice, type Listed } from '@/lib/idp-clients/conformance/conformance'

/**
 * What `--only` chooses: everything that has one of these texts in its id, group or clause.
 * @throws Error naming a text that is nowhere
 */
export function chosenBy(only: string[], all: Listed[] = listed()): Choice {
  const has = (text: string): Choice => {
    const wanted = text.toLowerCase()
    return ({ id, group, clause = '' }) => [id, group, clause].some((words) => words.toLowerCase().includes(wanted))
  }
  const choices = only.map(has)
  const nowhere = only.find((_text, index) => !all.some(choices[index]!))
  if (nowhere !== undefined) throw new Error(`--only ${nowhere}: nothing has this in it. --list says what there is.`)
  return (words) => choices.length === 0 || choices.some((choice) => choice(words))
}
