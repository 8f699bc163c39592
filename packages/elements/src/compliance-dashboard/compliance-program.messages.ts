import { defineMessages } from '../core/message-types.ts'
import { complianceProgramEn } from './compliance-program.en.ts'

export const complianceProgramMessages = defineMessages('compliance-program', complianceProgramEn, {
  es: () => import('./compliance-program.es.ts').then((module) => module.complianceProgramEs),
  ar: () => import('./compliance-program.ar.ts').then((module) => module.complianceProgramAr),
})
