import { defineMessages } from '../core/message-types.ts'
import { practitionerNamesEn } from './practitioner-names.en.ts'

export const practitionerNamesMessages = defineMessages('practitioner-names', practitionerNamesEn, {
  es: () => import('./practitioner-names.es.ts').then((module) => module.practitionerNamesEs),
  ar: () => import('./practitioner-names.ar.ts').then((module) => module.practitionerNamesAr),
})
