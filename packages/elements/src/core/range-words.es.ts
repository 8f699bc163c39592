import type { Translation } from './message-types.ts'
import type { rangeWordsEn } from './range-words.en.ts'

export const rangeWordsEs: Translation<typeof rangeWordsEn> = {
  someNotCompared: { one: '{count} sin comparar', other: '{count} sin comparar' },
}
