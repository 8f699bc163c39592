import { defineMessages } from '../core/message-types.ts'
import { patientCoveragesEn } from './patient-coverages.en.ts'

export const patientCoveragesMessages = defineMessages('patient-coverages', patientCoveragesEn, {
  es: () => import('./patient-coverages.es.ts').then((module) => module.patientCoveragesEs),
  ar: () => import('./patient-coverages.ar.ts').then((module) => module.patientCoveragesAr),
})
