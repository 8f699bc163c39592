import type { Translate } from '../core/localize.ts'
import type { chartEn } from './chart.en.ts'

export type ChartTranslate = Translate<typeof chartEn>
