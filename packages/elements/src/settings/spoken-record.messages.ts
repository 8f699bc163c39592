import { defineMessages } from '../core/message-types.ts'
import { spokenRecordEn } from './spoken-record.en.ts'

export const spokenRecordMessages = defineMessages('spoken-record', spokenRecordEn, {
  es: () => import('./spoken-record.es.ts').then((module) => module.spokenRecordEs),
  ar: () => import('./spoken-record.ar.ts').then((module) => module.spokenRecordAr),
})
