export interface RefusedWord {
  /** As the table has it. */
  readonly not: string
  readonly instead: string
  readonly kind: 'identifier' | 'prose'
  /** Finds every use. Global, so that a search can go on where the last one ended. */
  readonly pattern: RegExp
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `keep*`, `*Told` and `Situation` match whole identifiers. */
const identifierPattern = (name: string): RegExp =>
  new RegExp(`(?<![\\w$])${name.split('*').map(escape).join('[\\w$]+')}(?![\\w$])`, 'g')

/** A phrase may go on in the next line, which begins with a mark in a comment. */
const between = String.raw`(?:[^\S\n]*\n\s*(?:\*|//)?\s*|[^\S\n]+)`

const prosePattern = (phrase: string): RegExp =>
  new RegExp(`(?<![\\w-])${phrase.split(/\s+/).map(escape).join(between)}(?![\\w-])`, 'gi')

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/** The rows of the tables of docs/naming.md whose first two columns are `not used` and `instead`. Throws at a row that says nothing. */
export const readRefusedWords = (markdown: string): readonly RefusedWord[] => {
  const words: RefusedWord[] = []
  let isOurs = false
  for (const line of markdown.split('\n')) {
    if (!line.trim().startsWith('|')) {
      isOurs = false
      continue
    }
    const [not = '', instead = ''] = cellsOf(line)
    if (not === 'not used' && instead === 'instead') {
      isOurs = true
      continue
    }
    if (!isOurs || /^:?-+:?$/.test(not)) continue
    if (not === '' || instead === '')
      throw new Error(`docs/naming.md: the row "${line.trim()}" needs a word and what to write instead.`)
    const name = /^`([\w$*]+)`$/.exec(not)?.[1]
    words.push(
      name === undefined
        ? { not, instead, kind: 'prose', pattern: prosePattern(not) }
        : { not: name, instead, kind: 'identifier', pattern: identifierPattern(name) },
    )
  }
  return words
}
