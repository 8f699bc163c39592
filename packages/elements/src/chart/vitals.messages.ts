import { defineMessages } from '../core/message-types.ts'
import { vitalsEn } from './vitals.en.ts'

export const vitalsMessages = defineMessages('chart-vitals', vitalsEn, {
  es: () => import('./vitals.es.ts').then((module) => module.vitalsEs),
  ar: () => import('./vitals.ar.ts').then((module) => module.vitalsAr),
})
