import { defineMessages } from '../core/message-types.ts'
import { callRecordEn } from './call-record.en.ts'

export const callRecordMessages = defineMessages('call-record', callRecordEn, {
  es: () => import('./call-record.es.ts').then((module) => module.callRecordEs),
  ar: () => import('./call-record.ar.ts').then((module) => module.callRecordAr),
})
