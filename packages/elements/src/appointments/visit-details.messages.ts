import { defineMessages } from '../core/message-types.ts'
import { visitDetailsEn } from './visit-details.en.ts'

/** Where a visit takes place, and who takes part. */
export const visitDetailsMessages = defineMessages('visit-details', visitDetailsEn, {
  es: () => import('./visit-details.es.ts').then((module) => module.visitDetailsEs),
  ar: () => import('./visit-details.ar.ts').then((module) => module.visitDetailsAr),
})
