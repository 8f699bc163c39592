import { defineMessages } from '../core/message-types.ts'
import { emergencyAdmissionsEn } from './emergency-admissions.en.ts'

export const emergencyAdmissionsMessages = defineMessages('emergency-admissions', emergencyAdmissionsEn, {
  es: () => import('./emergency-admissions.es.ts').then((module) => module.emergencyAdmissionsEs),
  ar: () => import('./emergency-admissions.ar.ts').then((module) => module.emergencyAdmissionsAr),
})
