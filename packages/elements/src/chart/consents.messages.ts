import { defineMessages } from '../core/message-types.ts'
import { chartConsentsEn } from './consents.en.ts'

export const chartConsentsMessages = defineMessages('chart-consents', chartConsentsEn, {
  es: () => import('./consents.es.ts').then((module) => module.chartConsentsEs),
  ar: () => import('./consents.ar.ts').then((module) => module.chartConsentsAr),
})
