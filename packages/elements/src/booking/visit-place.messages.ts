import { defineMessages } from '../core/message-types.ts'
import { visitPlaceEn } from './visit-place.en.ts'

/** Where the patient will be. */
export const visitPlaceMessages = defineMessages('visit-place', visitPlaceEn, {
  es: () => import('./visit-place.es.ts').then((module) => module.visitPlaceEs),
  ar: () => import('./visit-place.ar.ts').then((module) => module.visitPlaceAr),
})
