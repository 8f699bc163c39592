import { defineMessages } from '../core/message-types.ts'
import { refillsEn } from './refills.en.ts'

export const refillsMessages = defineMessages('refills', refillsEn, {
  es: () => import('./refills.es.ts').then((module) => module.refillsEs),
  ar: () => import('./refills.ar.ts').then((module) => module.refillsAr),
})
