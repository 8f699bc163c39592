import { defineMessages } from '../core/message-types.ts'
import { claimWorkEn } from './claim-work.en.ts'

export const claimWorkMessages = defineMessages('claim-work', claimWorkEn, {
  es: () => import('./claim-work.es.ts').then((module) => module.claimWorkEs),
  ar: () => import('./claim-work.ar.ts').then((module) => module.claimWorkAr),
})
