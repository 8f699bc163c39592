import { syllable } from 'syllable'

const wordsOf = (text: string): string[] => text.match(/[\p{L}\d’']+/gu) ?? []

/**
 * Flesch-Kincaid grade level: the years of school that are needed to read these sentences.
 * (J. P. Kincaid et al., Derivation of New Readability Formulas, 1975.)
 */
export const readingGrade = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** The sentences of texts with placeholders. A placeholder counts as one short word. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    text
      .replaceAll(/\{\w+\}/g, 'this')
      .split(/(?<=[.?:])\s+|\n+/)
      .filter((sentence) => wordsOf(sentence).length > 0),
  )

export const countWords = (text: string): number => wordsOf(text).length
