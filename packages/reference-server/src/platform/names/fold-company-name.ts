import { spellLatin } from './transliterate.ts'

/**
 * The name of a company as systems agree on it: capitals, each Latin letter as plain letters, without marks, apostrophes and punctuation,
 * `&` as a word. Words stay apart and all of them stay: `Example Health Inc` and `Example Health LLC` may be two companies.
 */
export const foldCompanyName = (name: string): string =>
  spellLatin(name)
    .replaceAll(/\p{M}|['’ʼʻ`´]/gu, '')
    .replaceAll(/[&+]/gu, ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()
