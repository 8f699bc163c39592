import { defineMessages } from '../core/message-types.ts'
import { nextPayerEn } from './next-payer.en.ts'

export const nextPayerMessages = defineMessages('next-payer', nextPayerEn, {
  es: () => import('./next-payer.es.ts').then((module) => module.nextPayerEs),
  ar: () => import('./next-payer.ar.ts').then((module) => module.nextPayerAr),
})
