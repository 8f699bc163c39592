import { defineMessages } from '../core/message-types.ts'
import { denialReasonsEn } from './denial-reasons.en.ts'

export const denialReasonsMessages = defineMessages('denial-reasons', denialReasonsEn, {
  es: () => import('./denial-reasons.es.ts').then((module) => module.denialReasonsEs),
  ar: () => import('./denial-reasons.ar.ts').then((module) => module.denialReasonsAr),
})
