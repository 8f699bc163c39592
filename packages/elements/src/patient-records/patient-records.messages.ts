import { defineMessages } from '../core/message-types.ts'
import { patientRecordsEn } from './patient-records.en.ts'

export const patientRecordsMessages = defineMessages('patient-records', patientRecordsEn, {
  es: () => import('./patient-records.es.ts').then((module) => module.patientRecordsEs),
  ar: () => import('./patient-records.ar.ts').then((module) => module.patientRecordsAr),
})
