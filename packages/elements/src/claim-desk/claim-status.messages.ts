import { defineMessages } from '../core/message-types.ts'
import { claimStatusEn } from './claim-status.en.ts'

export const claimStatusMessages = defineMessages('claim-status', claimStatusEn, {
  es: () => import('./claim-status.es.ts').then((module) => module.claimStatusEs),
  ar: () => import('./claim-status.ar.ts').then((module) => module.claimStatusAr),
})
