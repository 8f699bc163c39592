import { defineMessages } from '../core/message-types.ts'
import { coverageEn } from './coverage.en.ts'

export const coverageMessages = defineMessages('claim-coverage', coverageEn, {
  es: () => import('./coverage.es.ts').then((module) => module.coverageEs),
  ar: () => import('./coverage.ar.ts').then((module) => module.coverageAr),
})
