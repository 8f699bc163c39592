import { defineMessages } from '../core/message-types.ts'
import { emergencyAccessesEn } from './emergency-accesses.en.ts'

export const emergencyAccessesMessages = defineMessages('emergency-accesses', emergencyAccessesEn, {
  es: () => import('./emergency-accesses.es.ts').then((module) => module.emergencyAccessesEs),
  ar: () => import('./emergency-accesses.ar.ts').then((module) => module.emergencyAccessesAr),
})
