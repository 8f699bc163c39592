import { defineMessages } from '../core/message-types.ts'
import { prescriptionFormEn } from './prescription-form.en.ts'

/** Overridden with the name of the element, because a page need not know that its form loads later. */
export const prescriptionFormMessages = defineMessages('prescription-pad', prescriptionFormEn, {
  es: () => import('./prescription-form.es.ts').then((module) => module.prescriptionFormEs),
  ar: () => import('./prescription-form.ar.ts').then((module) => module.prescriptionFormAr),
})
