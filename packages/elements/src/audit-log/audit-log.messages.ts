import { defineMessages } from '../core/message-types.ts'
import { auditLogEn } from './audit-log.en.ts'

export const auditLogMessages = defineMessages('audit-log', auditLogEn, {
  es: () => import('./audit-log.es.ts').then((module) => module.auditLogEs),
  ar: () => import('./audit-log.ar.ts').then((module) => module.auditLogAr),
})
