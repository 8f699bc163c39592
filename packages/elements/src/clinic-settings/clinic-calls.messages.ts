import { defineMessages } from '../core/message-types.ts'
import { clinicCallsEn } from './clinic-calls.en.ts'

export const clinicCallsMessages = defineMessages('clinic-calls', clinicCallsEn, {
  es: () => import('./clinic-calls.es.ts').then((module) => module.clinicCallsEs),
  ar: () => import('./clinic-calls.ar.ts').then((module) => module.clinicCallsAr),
})
