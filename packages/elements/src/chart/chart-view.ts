import type { Translate } from '../core/localize.ts'
import type { chartEn } from './chart.messages.ts'

export type T = Translate<typeof chartEn>
