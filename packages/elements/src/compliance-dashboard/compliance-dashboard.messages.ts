import { defineMessages } from '../core/message-types.ts'
import { complianceDashboardEn } from './compliance-dashboard.en.ts'

export const complianceDashboardMessages = defineMessages('compliance-dashboard', complianceDashboardEn, {
  es: () => import('./compliance-dashboard.es.ts').then((module) => module.complianceDashboardEs),
  ar: () => import('./compliance-dashboard.ar.ts').then((module) => module.complianceDashboardAr),
})
