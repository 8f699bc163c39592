import { defineMessages } from '../core/message-types.ts'
import { claimFindingsEn } from './claim-findings.en.ts'

export const claimFindingsMessages = defineMessages('claim-findings', claimFindingsEn, {
  es: () => import('./claim-findings.es.ts').then((module) => module.claimFindingsEs),
  ar: () => import('./claim-findings.ar.ts').then((module) => module.claimFindingsAr),
})
