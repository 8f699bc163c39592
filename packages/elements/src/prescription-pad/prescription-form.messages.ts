import { defineMessages } from '../core/message-types.ts'
import { prescriptionFormEn } from './prescription-form.en.ts'

/** Overridden under the name of the element: that its form comes later is nothing to a page. */
export const prescriptionFormMessages = defineMessages('prescription-pad', prescriptionFormEn, {
  es: () => import('./prescription-form.es.ts').then((module) => module.prescriptionFormEs),
  ar: () => import('./prescription-form.ar.ts').then((module) => module.prescriptionFormAr),
})
