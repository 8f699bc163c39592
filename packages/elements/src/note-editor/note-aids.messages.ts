import { defineMessages } from '../core/message-types.ts'
import { noteAidsEn } from './note-aids.en.ts'

export const noteAidsMessages = defineMessages('note-aids', noteAidsEn, {
  es: () => import('./note-aids.es.ts').then((module) => module.noteAidsEs),
  ar: () => import('./note-aids.ar.ts').then((module) => module.noteAidsAr),
})
