import { defineMessages } from '../core/message-types.ts'
import { vitalCorrectionsEn } from './vital-corrections.en.ts'

export const vitalCorrectionsMessages = defineMessages('vital-corrections', vitalCorrectionsEn, {
  es: () => import('./vital-corrections.es.ts').then((module) => module.vitalCorrectionsEs),
  ar: () => import('./vital-corrections.ar.ts').then((module) => module.vitalCorrectionsAr),
})
