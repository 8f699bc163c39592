import { defineMessages } from '../core/message-types.ts'
import { proceedingsEn } from './proceedings.en.ts'

export const proceedingsMessages = defineMessages('proceedings', proceedingsEn, {
  es: () => import('./proceedings.es.ts').then((module) => module.proceedingsEs),
  ar: () => import('./proceedings.ar.ts').then((module) => module.proceedingsAr),
})
