import { normalizeWords } from './normalize-words.ts'
import type { KnownAllergy } from './provider.ts'

/** Spaces around the words mark where a word begins and ends. */
const wordsOf = (text: string): string => ` ${normalizeWords(text)} `

/**
 * Matches beginnings of words: `penicillin` is found in `Penicillins` and in `allergic to penicillin`. A short word is matched whole:
 * `sulfa` is not found in `sulfate`.
 */
export const mentions = (text: string, word: string): boolean => {
  const [words, begun] = [wordsOf(text), wordsOf(word).trimEnd()]
  return word.length > 5 ? words.includes(begun) : words.includes(`${begun} `) || words.includes(`${begun}s `)
}

/** Matches nothing but the words, alone or in the plural: `cat` is not found in `Cataflam`, nor in `cat and codeine`. */
export const isOnly = (text: string, word: string): boolean =>
  [word, `${word}s`, `${word}es`].some(
    (each) => wordsOf(text).replace(/ (allergy|allergies|allergic to) /, ' ') === wordsOf(each),
  )

/** Each substance of an allergy in words: one that is known says nothing about another next to it. */
export const allergyPartsOf = (allergy: KnownAllergy): readonly KnownAllergy[] => {
  if (allergy.rxcui !== undefined) return [allergy]
  const parts = allergy.name.split(/[,;/+&]|\s(?:and|or|y|e|o)\s/i).filter((part) => wordsOf(part).trim() !== '')
  return parts.length === 0 ? [allergy] : parts.map((name) => ({ ...allergy, name: name.trim() }))
}

/** The words of an allergy without those that say that it is one: `penicillin` of `Allergic to Penicillin`. */
export const substanceWords = (text: string): string =>
  wordsOf(text)
    .replace(/ (allergy to|allergic to|allergy|allergies|alergia a|alergia) /, ' ')
    .trim()
