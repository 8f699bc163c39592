import { defineMessages } from '../core/message-types.ts'
import { visitRecordingsEn } from './visit-recordings.en.ts'

export const visitRecordingsMessages = defineMessages('visit-recordings', visitRecordingsEn, {
  es: () => import('./visit-recordings.es.ts').then((module) => module.visitRecordingsEs),
  ar: () => import('./visit-recordings.ar.ts').then((module) => module.visitRecordingsAr),
})
