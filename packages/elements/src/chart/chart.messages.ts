import { defineMessages } from '../core/message-types.ts'
import { chartEn } from './chart.en.ts'

export const chartMessages = defineMessages('chart', chartEn, {
  es: () => import('./chart.es.ts').then((module) => module.chartEs),
  ar: () => import('./chart.ar.ts').then((module) => module.chartAr),
})
