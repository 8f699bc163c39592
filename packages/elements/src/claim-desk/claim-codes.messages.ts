import { defineMessages } from '../core/message-types.ts'
import { claimCodesEn } from './claim-codes.en.ts'

export const claimCodesMessages = defineMessages('claim-codes', claimCodesEn, {
  es: () => import('./claim-codes.es.ts').then((module) => module.claimCodesEs),
  ar: () => import('./claim-codes.ar.ts').then((module) => module.claimCodesAr),
})
