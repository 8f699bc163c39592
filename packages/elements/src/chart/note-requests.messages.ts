import { defineMessages } from '../core/message-types.ts'
import { noteRequestsEn } from './note-requests.en.ts'

export const noteRequestsMessages = defineMessages('note-requests', noteRequestsEn, {
  es: () => import('./note-requests.es.ts').then((module) => module.noteRequestsEs),
  ar: () => import('./note-requests.ar.ts').then((module) => module.noteRequestsAr),
})
