import { defineMessages } from '../core/message-types.ts'
import { intakeEn } from './intake.en.ts'

export const intakeMessages = defineMessages('intake', intakeEn, {
  es: () => import('./intake.es.ts').then((module) => module.intakeEs),
  ar: () => import('./intake.ar.ts').then((module) => module.intakeAr),
})
