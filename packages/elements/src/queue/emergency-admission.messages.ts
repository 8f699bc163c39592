import { defineMessages } from '../core/message-types.ts'
import { emergencyAdmissionEn } from './emergency-admission.en.ts'

export const emergencyAdmissionMessages = defineMessages('emergency-admission', emergencyAdmissionEn, {
  es: () => import('./emergency-admission.es.ts').then((module) => module.emergencyAdmissionEs),
  ar: () => import('./emergency-admission.ar.ts').then((module) => module.emergencyAdmissionAr),
})
