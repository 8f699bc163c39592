import { defineMessages } from '../core/message-types.ts'
import { spokenDecisionEn } from './spoken-decision.en.ts'

export const spokenDecisionMessages = defineMessages('spoken-decision', spokenDecisionEn, {
  es: () => import('./spoken-decision.es.ts').then((module) => module.spokenDecisionEs),
  ar: () => import('./spoken-decision.ar.ts').then((module) => module.spokenDecisionAr),
})
