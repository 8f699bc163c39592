import { defineMessages } from '../core/message-types.ts'
import { accessReportEn } from './access-report.en.ts'

export const accessReportMessages = defineMessages('privacy-access-report', accessReportEn, {
  es: () => import('./access-report.es.ts').then((module) => module.accessReportEs),
  ar: () => import('./access-report.ar.ts').then((module) => module.accessReportAr),
})
