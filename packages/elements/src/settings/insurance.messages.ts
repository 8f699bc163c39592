import { defineMessages } from '../core/message-types.ts'
import { insuranceEn } from './insurance.en.ts'

export const insuranceMessages = defineMessages('insurance', insuranceEn, {
  es: () => import('./insurance.es.ts').then((module) => module.insuranceEs),
  ar: () => import('./insurance.ar.ts').then((module) => module.insuranceAr),
})
