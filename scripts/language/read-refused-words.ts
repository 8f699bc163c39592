export interface RefusedWord {
  /** As the table has it. */
  readonly not: string
  readonly instead: string
  readonly kind: 'identifier' | 'prose'
  /** `everywhere`: names, comments and docs. `comments`: comments and titles of tests. */
  readonly scope: 'everywhere' | 'comments'
  /** Matches every use. Global, for `matchAll`. */
  readonly pattern: RegExp
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `keep*`, `*Told` and `Situation` match whole identifiers. */
const identifierPattern = (name: string): RegExp =>
  new RegExp(`(?<![\\w$])${name.split('*').map(escape).join('[\\w$]+')}(?![\\w$])`, 'g')

/** A phrase may continue on the next line, which begins with a comment mark. */
const between = String.raw`(?:[^\S\n]*\n\s*(?:\*|//)?\s*|[^\S\n]+)`

const prosePattern = (phrase: string): RegExp =>
  new RegExp(`(?<![\\w-])${phrase.split(/\s+/).map(escape).join(between)}(?![\\w-])`, 'gi')

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/** The tables of docs/naming.md, by the head of their first column. */
const scopes: Readonly<Record<string, RefusedWord['scope']>> = {
  'not used': 'everywhere',
  'not used in comments': 'comments',
}

/**
 * The rows of the tables of docs/naming.md that list words which are not used. In the table for comments, a cell may list several forms
 * of a word. Throws for a row without a replacement.
 */
export const readRefusedWords = (markdown: string): readonly RefusedWord[] => {
  const words: RefusedWord[] = []
  let scope: RefusedWord['scope'] | null = null
  for (const line of markdown.split('\n')) {
    if (!line.trim().startsWith('|')) {
      scope = null
      continue
    }
    const [not = '', instead = ''] = cellsOf(line)
    if (instead === 'instead' && scopes[not] !== undefined) {
      scope = scopes[not]
      continue
    }
    if (scope === null || /^:?-+:?$/.test(not)) continue
    if (not === '' || instead === '')
      throw new Error(`docs/naming.md: the row "${line.trim()}" needs a word and what to write instead.`)
    if (scope === 'comments') words.push(...wordsOfComments(not, instead))
    else words.push(wordOf(not, instead))
  }
  return words
}

const wordOf = (not: string, instead: string): RefusedWord => {
  const name = /^`([\w$*]+)`$/.exec(not)?.[1]
  const word = { instead, scope: 'everywhere' } as const
  return name === undefined
    ? { ...word, not, kind: 'prose', pattern: prosePattern(not) }
    : { ...word, not: name, kind: 'identifier', pattern: identifierPattern(name) }
}

const wordsOfComments = (not: string, instead: string): readonly RefusedWord[] =>
  not
    .split(/,\s*/)
    .map((form) => ({ not: form, instead, kind: 'prose', scope: 'comments', pattern: prosePattern(form) }))
