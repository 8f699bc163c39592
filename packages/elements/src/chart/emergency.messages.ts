import { defineMessages } from '../core/message-types.ts'
import { emergencyEn } from './emergency.en.ts'

export const emergencyMessages = defineMessages('emergency', emergencyEn, {
  es: () => import('./emergency.es.ts').then((module) => module.emergencyEs),
  ar: () => import('./emergency.ar.ts').then((module) => module.emergencyAr),
})
