import { defineMessages } from '../core/message-types.ts'
import { summaryEn } from './summary.en.ts'

export const summaryMessages = defineMessages('summary', summaryEn, {
  es: () => import('./summary.es.ts').then((module) => module.summaryEs),
  ar: () => import('./summary.ar.ts').then((module) => module.summaryAr),
})
