import type { MoreTexts } from '../chart/chart-part.ts'
import type { RecordTranslate } from './result-words.ts'

/** For the lists of the record. */
export const moreTexts = (t: RecordTranslate): MoreTexts => ({
  more: t('more'),
  goesOn: (count) => t('goesOn', { count }),
  moreOf: (name) => t('moreOf', { more: t('more'), name }),
})
