import type { Translate } from '../core/localize.ts'
import type { MoreTexts } from './chart-part.ts'
import type { chartEn } from './chart.en.ts'

export type ChartTranslate = Translate<typeof chartEn>

/** For the lists of the chart. */
export const moreTexts = (t: ChartTranslate): MoreTexts => ({
  more: t('more'),
  goesOn: (count) => t('goesOn', { count }),
  moreOf: (name) => t('moreOf', { more: t('more'), name }),
})
