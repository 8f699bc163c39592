import { defineMessages } from '../core/message-types.ts'
import { familyEn } from './family.en.ts'

/** Visits in a row for several patients of one person. */
export const familyMessages = defineMessages('family', familyEn, {
  es: () => import('./family.es.ts').then((module) => module.familyEs),
  ar: () => import('./family.ar.ts').then((module) => module.familyAr),
})
