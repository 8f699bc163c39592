import { wordsOfName } from './fold-name.ts'

/** Spellings of the suffixes that distinguish members of a family. */
const suffixes: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['2nd', 'ii'],
  ['iii', 'iii'],
  ['3rd', 'iii'],
  ['iv', 'iv'],
  ['4th', 'iv'],
])

/** A suffix in one spelling; empty for another text, e.g. a degree. */
export const readSuffix = (text: string): string => suffixes.get(wordsOfName(text).join('')) ?? ''

/** The suffix that a name ends with. A name that is only a suffix is a name. */
export const suffixAtEnd = (name: string): string => {
  const words = wordsOfName(name)
  return words.length > 1 ? readSuffix(words.at(-1) ?? '') : ''
}

export const withoutSuffix = (name: string): string =>
  suffixAtEnd(name) === '' ? name : name.trim().replace(/[\s,]+\S+$/, '')
