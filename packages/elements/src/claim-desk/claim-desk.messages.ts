import { defineMessages } from '../core/message-types.ts'
import { claimDeskEn } from './claim-desk.en.ts'

export const claimDeskMessages = defineMessages(
  'claim-desk',
  claimDeskEn,
  {
    es: () => import('./claim-desk.es.ts').then((module) => module.claimDeskEs),
    ar: () => import('./claim-desk.ar.ts').then((module) => module.claimDeskAr),
  },
  () => import('./claim-desk.problems.ts').then((module) => module.claimDeskProblems),
)
