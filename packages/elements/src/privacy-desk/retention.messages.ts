import { defineMessages } from '../core/message-types.ts'
import { deskRetentionEn } from './retention.en.ts'

export const deskRetentionMessages = defineMessages('desk-retention', deskRetentionEn, {
  es: () => import('./retention.es.ts').then((module) => module.deskRetentionEs),
  ar: () => import('./retention.ar.ts').then((module) => module.deskRetentionAr),
})
