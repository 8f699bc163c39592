import { isLatin, spellLatin, transliterate } from './transliterate.ts'

/**
 * The form of a name in which systems agree: lower case, without marks, apostrophes and punctuation, each Latin letter as plain letters.
 * Other scripts keep their letters. The words of it, in order.
 */
export const wordsOfName = (name: string): readonly string[] =>
  spellLatin(name)
    .replaceAll(/\p{M}|['’ʼʻ`´ـ]/gu, '')
    .replaceAll(/[ىﻯ]/gu, 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** One word of letters and digits. A name of signs alone is still a name, and stays. */
export const foldName = (name: string): string => wordsOfName(name).join('') || name.trim()

/** Ä, Ö, Ü, Ø and Å as two letters, as German and Nordic registries write them where they have no marks. */
const twoLetters: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
])
const expand = (name: string): string =>
  Array.from(name.normalize('NFC').toLowerCase(), (letter) => twoLetters.get(letter) ?? letter).join('')

/** Every folded form of a name, the plain one first: as it is written, with two letters for one, and transliterated. */
export const foldedForms = (name: string): readonly string[] => [
  ...new Set([foldName(name), foldName(expand(name)), ...(isLatin(name) ? [] : [foldName(transliterate(name))])]),
]

/** The forms as words, for names that are compared word by word. */
export const wordForms = (name: string): readonly (readonly string[])[] => {
  const plain = wordsOfName(name)
  const expanded = wordsOfName(expand(name))
  return plain.join() === expanded.join() ? [plain] : [plain, expanded]
}
