import type { Translation } from './message-types.ts'
import type { rangeWordsEn } from './range-words.en.ts'

export const rangeWordsAr: Translation<typeof rangeWordsEn> = {
  someNotCompared: {
    zero: 'كل القيم قورنت',
    one: 'قيمة واحدة لم تُقارن',
    two: 'قيمتان لم تُقارنا',
    few: '{count} قيم لم تُقارن',
    many: '{count} قيمة لم تُقارن',
    other: '{count} قيمة لم تُقارن',
  },
}
