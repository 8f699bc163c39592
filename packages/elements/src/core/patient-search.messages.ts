import { defineMessages } from './message-types.ts'
import { patientSearchEn } from './patient-search.en.ts'

export const patientSearchMessages = defineMessages('patient-search', patientSearchEn, {
  es: () => import('./patient-search.es.ts').then((module) => module.patientSearchEs),
  ar: () => import('./patient-search.ar.ts').then((module) => module.patientSearchAr),
})
